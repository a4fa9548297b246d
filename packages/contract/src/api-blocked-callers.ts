import {
  addBlockedCallersBody,
  blockedCaller,
  blockedCallerItems,
  blockedCallerPage,
  createBlockedCallerBody,
  importBlockedCallersBody,
  importedBlockedCallers,
  listBlockedCallersQuery,
  updateBlockedCallerBody,
} from "./blocked-caller.ts";
import { idsBody } from "./bulk.ts";
import { blockedCallerColumns } from "./columns/blocked-caller-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { serialId, serialParams } from "./fields.ts";

export const blockedCallerEndpoints = {
  listBlockedCallers: {
    noun: "blocked-caller",
    method: "GET",
    path: "/api/v1/blocked-callers",
    summary: "List blocked callers",
    permission: "read",
    query: listBlockedCallersQuery,
    answer: { kind: "json", status: 200, schema: blockedCallerPage },
  },
  exportBlockedCallers: {
    noun: "blocked-caller",
    method: "GET",
    path: "/api/v1/blocked-callers.csv",
    summary: "The list of blocked callers as a file",
    permission: "read",
    query: exportQuery(listBlockedCallersQuery, blockedCallerColumns),
    answer: { kind: "csv", name: "blocked-callers" },
  },
  createBlockedCaller: {
    noun: "blocked-caller",
    method: "POST",
    path: "/api/v1/blocked-callers",
    summary: "Block a number, a prefix or withheld numbers",
    permission: "write",
    body: createBlockedCallerBody,
    answer: { kind: "json", status: 201, schema: blockedCaller },
  },
  addBlockedCallers: {
    noun: "blocked-caller",
    method: "POST",
    path: "/api/v1/blocked-callers/add",
    summary: "Block several callers: all or none",
    permission: "write",
    body: addBlockedCallersBody,
    answer: { kind: "json", status: 201, schema: blockedCallerItems },
  },
  importBlockedCallers: {
    noun: "blocked-caller",
    method: "POST",
    path: "/api/v1/blocked-callers/import",
    summary: "Block the callers of a list, line by line: all or none",
    permission: "write",
    body: importBlockedCallersBody,
    answer: { kind: "json", status: 200, schema: importedBlockedCallers },
  },
  removeBlockedCallers: {
    noun: "blocked-caller",
    method: "POST",
    path: "/api/v1/blocked-callers/remove",
    summary: "Take entries out, so that their callers are routed again: all or none",
    permission: "write",
    body: idsBody(serialId),
    answer: { kind: "json", status: 200, schema: blockedCallerItems },
  },
  getBlockedCaller: {
    noun: "blocked-caller",
    method: "GET",
    path: "/api/v1/blocked-callers/:id",
    summary: "Get an entry of the blocked callers",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: blockedCaller },
  },
  updateBlockedCaller: {
    noun: "blocked-caller",
    method: "PATCH",
    path: "/api/v1/blocked-callers/:id",
    summary: "Change the reason or the expiry of an entry; what is left out stays",
    permission: "write",
    params: serialParams,
    body: updateBlockedCallerBody,
    answer: { kind: "json", status: 200, schema: blockedCaller },
  },
} as const satisfies Record<string, Endpoint>;
