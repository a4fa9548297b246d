import { bulkBody, itemsOf } from "./bulk.ts";
import {
  createNumberBody,
  listNumbersQuery,
  numberPage,
  numberResource,
  updateNumberBody,
} from "./number.ts";
import { numberColumns } from "./columns/number-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { serialId, serialParams } from "./fields.ts";

export const numberEndpoints = {
  listNumbers: {
    noun: "number",
    method: "GET",
    path: "/api/v1/numbers",
    summary: "List numbers",
    permission: "read",
    query: listNumbersQuery,
    answer: { kind: "json", status: 200, schema: numberPage },
  },
  exportNumbers: {
    noun: "number",
    method: "GET",
    path: "/api/v1/numbers.csv",
    summary: "The list of numbers as a file",
    permission: "read",
    query: exportQuery(listNumbersQuery, numberColumns),
    answer: { kind: "csv", name: "numbers" },
  },
  createNumber: {
    noun: "number",
    method: "POST",
    path: "/api/v1/numbers",
    summary: "Enter a number of a carrier account",
    permission: "write",
    body: createNumberBody,
    answer: { kind: "json", status: 201, schema: numberResource },
  },
  updateNumbers: {
    noun: "number",
    method: "PATCH",
    path: "/api/v1/numbers",
    summary: "Change several numbers: all or none",
    permission: "write",
    body: bulkBody(serialId, updateNumberBody),
    answer: { kind: "json", status: 200, schema: itemsOf(numberResource) },
  },
  getNumber: {
    noun: "number",
    method: "GET",
    path: "/api/v1/numbers/:id",
    summary: "Get a number",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: numberResource },
  },
  updateNumber: {
    noun: "number",
    method: "PATCH",
    path: "/api/v1/numbers/:id",
    summary: "Change a number; what is left out stays",
    permission: "write",
    params: serialParams,
    body: updateNumberBody,
    answer: { kind: "json", status: 200, schema: numberResource },
  },
  removeNumber: {
    noun: "number",
    method: "DELETE",
    path: "/api/v1/numbers/:id",
    summary: "Take a number out; its calls stay, new ones are refused",
    permission: "write",
    params: serialParams,
    answer: { kind: "empty", status: 204 },
  },
} as const satisfies Record<string, Endpoint>;
