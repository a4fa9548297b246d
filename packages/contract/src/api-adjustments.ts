import {
  adjustment,
  adjustmentPage,
  approveAdjustmentBody,
  listAdjustmentsQuery,
  refuseAdjustmentBody,
  requestAdjustmentBody,
} from "./adjustment.ts";
import { adjustmentColumns } from "./columns/adjustment-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { serialParams } from "./fields.ts";

export const adjustmentEndpoints = {
  listAdjustments: {
    noun: "adjustment",
    method: "GET",
    path: "/api/v1/adjustments",
    summary: "List adjustments of calls' revenue and payout",
    permission: "read",
    query: listAdjustmentsQuery,
    answer: { kind: "json", status: 200, schema: adjustmentPage },
  },
  exportAdjustments: {
    noun: "adjustment",
    method: "GET",
    path: "/api/v1/adjustments.csv",
    summary: "The list of adjustments as a file",
    permission: "read",
    query: exportQuery(listAdjustmentsQuery, adjustmentColumns),
    answer: { kind: "csv", name: "adjustments" },
  },
  requestAdjustment: {
    noun: "adjustment",
    method: "POST",
    path: "/api/v1/adjustments",
    summary:
      "Ask for more or less revenue or payout of a call that is over; nothing moves before it is approved",
    permission: "write",
    body: requestAdjustmentBody,
    answer: { kind: "json", status: 201, schema: adjustment },
  },
  getAdjustment: {
    noun: "adjustment",
    method: "GET",
    path: "/api/v1/adjustments/:id",
    summary: "Get an adjustment",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: adjustment },
  },
  approveAdjustment: {
    noun: "adjustment",
    method: "POST",
    path: "/api/v1/adjustments/:id/approve",
    summary:
      "Approve a requested adjustment and book it; refused where the party's amount of the call became negative",
    permission: "settle",
    params: serialParams,
    body: approveAdjustmentBody,
    answer: { kind: "json", status: 200, schema: adjustment },
  },
  rejectAdjustment: {
    noun: "adjustment",
    method: "POST",
    path: "/api/v1/adjustments/:id/reject",
    summary: "Reject a requested adjustment; nothing is booked",
    permission: "settle",
    params: serialParams,
    body: refuseAdjustmentBody,
    answer: { kind: "json", status: 200, schema: adjustment },
  },
  voidAdjustment: {
    noun: "adjustment",
    method: "POST",
    path: "/api/v1/adjustments/:id/void",
    summary: "Take an approved adjustment back by a reversal; the original stays",
    permission: "settle",
    params: serialParams,
    body: refuseAdjustmentBody,
    answer: { kind: "json", status: 200, schema: adjustment },
  },
} as const satisfies Record<string, Endpoint>;
