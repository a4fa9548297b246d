import type { PlanRowInput } from "@ccp/contract";

type Place = Partial<Omit<Extract<PlanRowInput, { kind: "target" }>, "kind" | "targetId">>;

const place = {
  priority: 1,
  weight: 1,
  enabled: true,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  concurrencyMax: null,
} as const;

/** A row for a target that says nothing the target does not say itself, unless told. */
export const toTargetRow = (row: Place & { targetId: string }): PlanRowInput => ({
  kind: "target",
  ...place,
  ...row,
});

/** The same for a group. */
export const toGroupRow = (row: Place & { groupId: string }): PlanRowInput => ({
  kind: "group",
  ...place,
  ...row,
});
