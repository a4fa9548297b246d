import { bulkBody, idsBody, itemsOf } from "./bulk.ts";
import { buyer, buyerPage, createBuyerBody, listBuyersQuery, updateBuyerBody } from "./buyer.ts";
import { buyerColumns } from "./columns/buyer-columns.ts";
import { ownerUsage, resetCapsBody } from "./cap-usage.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { serialId, serialParams } from "./fields.ts";

export const buyerEndpoints = {
  listBuyers: {
    noun: "buyer",
    method: "GET",
    path: "/api/v1/buyers",
    summary: "List buyers",
    permission: "read",
    query: listBuyersQuery,
    answer: { kind: "json", status: 200, schema: buyerPage },
  },
  exportBuyers: {
    noun: "buyer",
    method: "GET",
    path: "/api/v1/buyers.csv",
    summary: "The list of buyers as a file",
    permission: "read",
    query: exportQuery(listBuyersQuery, buyerColumns),
    answer: { kind: "csv", name: "buyers" },
  },
  createBuyer: {
    noun: "buyer",
    method: "POST",
    path: "/api/v1/buyers",
    summary: "Create a buyer",
    permission: "write",
    body: createBuyerBody,
    answer: { kind: "json", status: 201, schema: buyer },
  },
  updateBuyers: {
    noun: "buyer",
    method: "PATCH",
    path: "/api/v1/buyers",
    summary: "Change several buyers: all or none",
    permission: "write",
    body: bulkBody(serialId, updateBuyerBody),
    answer: { kind: "json", status: 200, schema: itemsOf(buyer) },
  },
  archiveBuyers: {
    noun: "buyer",
    method: "POST",
    path: "/api/v1/buyers/archive",
    summary: "Archive several buyers: all or none",
    permission: "write",
    body: idsBody(serialId),
    answer: { kind: "json", status: 200, schema: itemsOf(buyer) },
  },
  getBuyer: {
    noun: "buyer",
    method: "GET",
    path: "/api/v1/buyers/:id",
    summary: "Get a buyer",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: buyer },
  },
  updateBuyer: {
    noun: "buyer",
    method: "PATCH",
    path: "/api/v1/buyers/:id",
    summary: "Change a buyer; what is left out stays",
    permission: "write",
    params: serialParams,
    body: updateBuyerBody,
    answer: { kind: "json", status: 200, schema: buyer },
  },
  getBuyerUsage: {
    noun: "buyer",
    method: "GET",
    path: "/api/v1/buyers/:id/usage",
    summary: "What a buyer's caps and calls at once have counted, as of now",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: ownerUsage },
  },
  resetBuyerCaps: {
    noun: "buyer",
    method: "POST",
    path: "/api/v1/buyers/:id/reset-caps",
    summary: "Have all caps of a buyer count from zero",
    permission: "write",
    params: serialParams,
    body: resetCapsBody,
    answer: { kind: "json", status: 200, schema: buyer },
  },
  archiveBuyer: {
    noun: "buyer",
    method: "POST",
    path: "/api/v1/buyers/:id/archive",
    summary: "Archive a buyer; refused while targets of theirs are not archived",
    permission: "write",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: buyer },
  },
} as const satisfies Record<string, Endpoint>;
