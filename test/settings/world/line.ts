import type { CallScript } from "@ccp/simulator";
import type { Story } from "./tell-call.ts";
import type { Stage } from "./open-stage.ts";
import { toUnique } from "./unique.ts";

/** A number, and the campaign that it leads to. */
export type Line = { campaignId: string; number: string; numberId: number };

type Place = {
  priority?: number;
  weight?: number;
  enabled?: boolean;
  revenue?: unknown;
  hours?: unknown;
  ringTimeoutSeconds?: number | null;
  dialAttemptsMax?: number;
};

export type Row = Place & { filter?: unknown; skills?: unknown } & (
    | { targetId: string }
    | { groupId: string }
    | { agentId: string }
    | { agentGroupId: string }
  );

/** Makes a campaign; its caller pays nobody and hears "Nobody is here." */
export const makeCampaign = async (
  { client }: Stage,
  body: Record<string, unknown> = {},
): Promise<string> => {
  const base = { name: toUnique("Dentists"), vertical: "healthcare", apology: "Nobody is here." };
  return (await client.send("createCampaign", { body: { ...base, ...body } })).id;
};

const kinds = { targetId: "target", groupId: "group", agentId: "agent", agentGroupId: "agent-group" };

const toKind = (row: Row) => ({
  ...row,
  kind: Object.entries(kinds).find(([key]) => key in row)?.[1],
});

/** Replaces the rows of a plan. */
export const setPlanRows = (
  { client }: Pick<Stage, "client">,
  planId: string,
  items: readonly Row[],
  body: Record<string, unknown> = {},
) => client.send("putPlanRows", { params: { id: planId }, body: { ...body, items: items.map(toKind) } });

/** Replaces the rows of the plan that a campaign goes by. */
export const setRows = async (
  stage: Stage,
  campaignId: string,
  items: readonly Row[],
  body: Record<string, unknown> = {},
) => {
  const { plan } = await stage.client.send("getCampaign", { params: { id: campaignId } });
  return setPlanRows(stage, plan.id, items, body);
};

/** Has a new number lead to a campaign. */
export const makeNumber = async (
  { client, carrierAccountId, land }: Stage,
  campaignId: string | null,
  body: Record<string, unknown> = {},
) => {
  const fresh = { number: land.takeNumber(), carrierAccountId, campaignId };
  const { id, number } = await client.send("createNumber", { body: { ...fresh, ...body } });
  return { numberId: id, number };
};

/** Has a new number lead to a campaign that asks these targets, the front desk before the back office unless told. */
export const makeLine = async (
  stage: Stage,
  campaignId: string,
  rows: readonly Row[] = [
    { targetId: stage.targets.front, priority: 1 },
    { targetId: stage.targets.back, priority: 2 },
  ],
): Promise<Line> => {
  await setRows(stage, campaignId, rows);
  const publisherId = stage.publishers.radio;
  return { campaignId, ...(await makeNumber(stage, campaignId, { publisherId })) };
};

/** One call to a number. */
export const callNumber = async (
  stage: Pick<Stage, "land" | "accountId" | "accountRef" | "client">,
  to: string,
  script: CallScript = {},
): Promise<Story> => {
  const [story] = await stage.land.call([{ to, script, account: stage }]);
  if (story === undefined) throw new Error("The call has no story.");
  return story;
};
