import { bulkBody, idsBody, itemsOf } from "./bulk.ts";
import { createTargetBody, listTargetsQuery, target, targetPage, updateTargetBody } from "./target.ts";
import { targetColumns } from "./columns/target-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { uuid, uuidParams } from "./fields.ts";
import { filterTrial, tryFilterBody } from "./filter-trial.ts";
import { resetCapsBody } from "./cap-usage.ts";
import { listTargetUsageQuery, targetUsage } from "./target-usage.ts";
import { checkTargetBody, targetCheck } from "./trial.ts";

export const targetEndpoints = {
  listTargets: {
    noun: "target",
    method: "GET",
    path: "/api/v1/targets",
    summary: "List targets",
    permission: "read",
    query: listTargetsQuery,
    answer: { kind: "json", status: 200, schema: targetPage },
  },
  exportTargets: {
    noun: "target",
    method: "GET",
    path: "/api/v1/targets.csv",
    summary: "The list of targets as a file",
    permission: "read",
    query: exportQuery(listTargetsQuery, targetColumns),
    answer: { kind: "csv", name: "targets" },
  },
  createTarget: {
    noun: "target",
    method: "POST",
    path: "/api/v1/targets",
    summary: "Create a target",
    permission: "write",
    body: createTargetBody,
    answer: { kind: "json", status: 201, schema: target },
  },
  updateTargets: {
    noun: "target",
    method: "PATCH",
    path: "/api/v1/targets",
    summary: "Change several targets: all or none",
    permission: "write",
    body: bulkBody(uuid, updateTargetBody),
    answer: { kind: "json", status: 200, schema: itemsOf(target) },
  },
  archiveTargets: {
    noun: "target",
    method: "POST",
    path: "/api/v1/targets/archive",
    summary: "Archive several targets: all or none",
    permission: "write",
    body: idsBody(uuid),
    answer: { kind: "json", status: 200, schema: itemsOf(target) },
  },
  getTarget: {
    noun: "target",
    method: "GET",
    path: "/api/v1/targets/:id",
    summary: "Get a target",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: target },
  },
  updateTarget: {
    noun: "target",
    method: "PATCH",
    path: "/api/v1/targets/:id",
    summary: "Change a target; what is left out stays",
    permission: "write",
    params: uuidParams,
    body: updateTargetBody,
    answer: { kind: "json", status: 200, schema: target },
  },
  listTargetUsage: {
    noun: "target",
    method: "GET",
    path: "/api/v1/target-usage",
    summary: "Calls at once and counts of caps of the targets in service, as of now",
    permission: "read",
    query: listTargetUsageQuery,
    answer: { kind: "json", status: 200, schema: itemsOf(targetUsage) },
  },
  tryFilter: {
    noun: "target",
    method: "POST",
    path: "/api/v1/filter-trials",
    summary: "How many of the last calls a filter would take; nothing is changed",
    permission: "read",
    body: tryFilterBody,
    answer: { kind: "json", status: 200, schema: filterTrial },
  },
  checkTarget: {
    noun: "target",
    method: "POST",
    path: "/api/v1/targets/:id/check",
    summary: "Whether the target would take a call now, rule by rule; nothing is reserved",
    permission: "read",
    params: uuidParams,
    body: checkTargetBody,
    answer: { kind: "json", status: 200, schema: targetCheck },
  },
  resetTargetCaps: {
    noun: "target",
    method: "POST",
    path: "/api/v1/targets/:id/reset-caps",
    summary: "Have all caps of a target count from zero",
    permission: "write",
    params: uuidParams,
    body: resetCapsBody,
    answer: { kind: "json", status: 200, schema: target },
  },
  archiveTarget: {
    noun: "target",
    method: "POST",
    path: "/api/v1/targets/:id/archive",
    summary: "Archive a target; refused while campaigns use it",
    permission: "write",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: target },
  },
} as const satisfies Record<string, Endpoint>;
