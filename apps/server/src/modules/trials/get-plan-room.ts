import type { GetPlanRoomQuery, PlanRoom } from "@ccp/contract";
import { type AccountBook, type CampaignBook, listRoom, type RowRoom, toCampaignForAll } from "@ccp/engine";
import type { AtNow } from "#http/verb.ts";
import { getPlan } from "#modules/plans/get-plan.ts";
import type { Preview } from "./preview.ts";
import { unavailable } from "./preview-call.ts";

/** A campaign without a row, for a plan that nobody's calls go by. */
const nobodys = (id: string): CampaignBook => ({
  id,
  name: "",
  status: "active",
  dialAttemptsMax: 1,
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  recording: "off",
  callerId: "number",
  apology: "",
  payoutMicros: "0",
  payoutAfterSeconds: 0,
  rows: [],
  fallback: null,
});

/** Any campaign that goes by the plan, without caps of its own, or the one that is named. */
const findCampaign = (
  { campaigns }: AccountBook,
  { id, campaignId }: { id: string } & GetPlanRoomQuery,
): CampaignBook => {
  const going = Object.values(campaigns).filter(({ plan }) => plan?.id === id);
  if (campaignId !== undefined) return going.find((each) => each.id === campaignId) ?? nobodys(id);
  const [{ caps: _, ...any } = nobodys(id)] = going;
  return any;
};

const toItem = ({ row, full, group }: RowRoom, { groups }: CampaignBook): PlanRoom["items"][number] => ({
  targetId: row.targetId,
  groupId: row.group === undefined ? null : (groups?.[row.group]?.id ?? null),
  priority: row.priority,
  full: full && {
    kind: full.kind,
    owner: { kind: full.owner.scope, name: full.owner.name },
    text: full.text,
    until: full.until === null ? null : new Date(full.until).toISOString(),
    timeZone: full.timeZone,
  },
  group: group && { inUse: group.inUse, concurrencyMax: group.limit },
});

/** Who calls is nobody that an account could block. */
const from = "nobody";

/** Asks the engine what calls in progress and counts leave of the rows that calls are routed by at this moment. */
export const getPlanRoom = async ({
  pools,
  ctx,
  input,
  now,
  preview,
}: AtNow<{ id: string } & GetPlanRoomQuery> & { preview: Preview }): Promise<PlanRoom> => {
  await getPlan({ pools, ctx, input: { id: input.id } });
  const trial = await preview(ctx.accountId, ({ book }) => ({
    campaign: toCampaignForAll(findCampaign(book, input)),
    from,
    numberId: null,
    publisherId: null,
    place: { city: null, state: null, zip: null, country: null },
    stirVerstat: null,
    at: now,
    seed: "room",
  }));
  if (trial === undefined) throw unavailable();
  const { campaign } = trial;
  const ofTargets = listRoom(trial).filter(({ row }) => row.agent === undefined);
  return { at: new Date(trial.at).toISOString(), items: ofTargets.map((each) => toItem(each, campaign)) };
};
