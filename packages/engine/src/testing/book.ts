import type { CampaignBook, PlanRow } from "#book.ts";

/** A row for tests: open, priority 1, weight 1, no limit, 25.00 after 90 s. The id follows from the name. */
export const aRow = (targetName: string, changes: Partial<PlanRow> = {}): PlanRow => ({
  targetId: `target:${targetName}`,
  targetName,
  targetStatus: "active",
  buyerId: targetName.length,
  buyerName: `${targetName} Inc.`,
  buyerStatus: "active",
  enabled: true,
  priority: 1,
  weight: 1,
  destination: { kind: "phone", address: "+12025550171" },
  concurrencyMax: null,
  ringTimeoutSeconds: null,
  revenueMicros: "25000000",
  revenueAfterSeconds: 90,
  ...changes,
});

/** An agent's row for tests: one call at once, 30 s of wrap-up. */
export const anAgentRow = (name: string, changes: Partial<PlanRow> = {}): PlanRow =>
  aRow(name, {
    buyerId: null,
    buyerName: "",
    agent: { wrapUpSeconds: 30 },
    concurrencyMax: 1,
    revenueMicros: "0",
    revenueAfterSeconds: 0,
    ...changes,
  });

/** A campaign for tests: three attempts of 20 s, a payout of 10.00 after 60 s, no rows, no fallback. */
export const aCampaign = (changes: Partial<CampaignBook> = {}): CampaignBook => ({
  id: "campaign",
  name: "Dental",
  status: "active",
  dialAttemptsMax: 3,
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  recording: "off",
  callerId: "number",
  apology: "Everybody is busy.",
  payoutMicros: "10000000",
  payoutAfterSeconds: 60,
  rows: [],
  fallback: null,
  ...changes,
});
