import path from "node:path";
import { createRandom, listRows } from "@ccp/engine";
import { type DemoCaller, toDemoCaller } from "@ccp/server/jobs/demo-caller.ts";
import { withAccount } from "@ccp/server/db/transaction.ts";
import { writeTraffic } from "@ccp/server/modules/demo/demo.store.ts";
import type { AddBlockedCallers, Payout } from "@ccp/contract";
import type { Attestation } from "@ccp/engine";
import { createSignInLink } from "@ccp/server/modules/accounts/sign-in-link.ts";
import { addBlockedCallers } from "@ccp/server/modules/blocked-callers/add-blocked-callers.ts";
import { putCampaignPayouts } from "@ccp/server/modules/campaigns/put-campaign-payouts.ts";
import { updateCampaign } from "@ccp/server/modules/campaigns/update-campaign.ts";
import { findDemoStage } from "@ccp/server/modules/demo/find-demo-stage.ts";
import type { NewCall } from "@ccp/simulator";
import { createLeapingClock } from "@ccp/test-settings/world/leaping-clock.ts";
import { startWorld, type World } from "@ccp/test-simulation/support/start-world.ts";
import { repository } from "./fresh-clone.ts";
import { until } from "@ccp/test-simulation/processes/until.ts";
import { setBackTimes } from "./set-back-times.ts";

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The product with its demonstration on a weekday's afternoon, whatever day it is where the test runs. */
export type DemoWorld = {
  /** Epoch ms; stands still but while calls are made. */
  now(): number;
  at(pathname: string): string;
  createSignInLink(): Promise<string>;
  /** Blocks these callers; resolves when their calls are routed so. */
  block(items: AddBlockedCallers["items"]): Promise<void>;
  /** Gives a publisher terms of its own in a campaign, by their names; resolves when its calls are paid so. */
  agree(names: { campaign: string; publisher: string }, payout: Payout): Promise<void>;
  /** Has the campaign of this name take calls of these attestations only; resolves when they are routed so. */
  demand(name: string, attestations: Attestation[]): Promise<void>;
  /** Resolves when calls are routed by the target's filter. */
  untilFiltered(targetId: string): Promise<void>;
  /** Somebody calls, and so much time passes, after which all is booked; resolves with the carrier's id. */
  placeCall(call: NewCall, thenSeconds: number): Promise<string>;
  close(): Promise<void>;
};

/** Early afternoon in New York on the latest Tuesday: its offices are open, one in Los Angeles is not yet. */
const toStart = (now: number): number => {
  const today = Math.floor(now / dayMs) * dayMs + 18.6 * hourMs;
  const daysSinceTuesday = (new Date(today).getUTCDay() + 5) % 7;
  return today - daysSinceTuesday * dayMs - (daysSinceTuesday === 0 && today > now ? 7 * dayMs : 0);
};

/** Hours before now at which calls were made, and how many: yesterday's noon, and today from the morning on. */
const bursts = [
  { hoursAgo: 26, calls: 14 },
  { hoursAgo: 25, calls: 10 },
  { hoursAgo: 5, calls: 6 },
  { hoursAgo: 4, calls: 11 },
  { hoursAgo: 3, calls: 14 },
  { hoursAgo: 2, calls: 9 },
  { hoursAgo: 1, calls: 12 },
  { hoursAgo: 0.2, calls: 10 },
] as const;

const betweenCallsMs = 7 * secondMs;
const talkMaxSeconds = 95;
const callMaxMs = 5 * minuteMs;

type Land = World & { clock: ReturnType<typeof createLeapingClock> };

const untilBooked = async ({ app, clock }: Land): Promise<void> => {
  let isBooked = false;
  void app.livePlane.drain.idle().then(() => (isBooked = true));
  await clock.advanceUntil(() => isBooked, callMaxMs);
};

const setTraffic = ({ app }: Land, accountId: string, traffic: "running" | "paused"): Promise<void> =>
  withAccount(app.pools.app, accountId, (tx) => writeTraffic(tx, traffic));

const getStage = async ({ app }: Land, accountId: string) => {
  const stage = await findDemoStage(app.pools.app, accountId);
  if (stage === undefined) throw new Error("The demonstration does not run.");
  return stage;
};

/** Long talks would cost the test time and show nothing more. */
const shorten = (call: DemoCaller): DemoCaller => {
  const farEnds = Object.entries(call.script.farEnds).map(([to, farEnd]) => {
    if (farEnd.kind !== "answer") return [to, farEnd];
    return [to, { ...farEnd, talkSeconds: Math.min(farEnd.talkSeconds, talkMaxSeconds) }];
  });
  return { ...call, script: { ...call.script, farEnds: Object.fromEntries(farEnds) } };
};

/** Each burst's calls come one after the other and end before time leaps to the next burst. */
const playDays = async (land: Land, accountId: string, endsAt: number): Promise<void> => {
  const { clock, simulator, app } = land;
  const stage = await getStage(land, accountId);
  const random = createRandom("demo-world");
  // The stream of calls of its own waits meanwhile: its calls would run into the leaps.
  await setTraffic(land, accountId, "paused");
  for (const { hoursAgo, calls } of bursts) {
    clock.leapTo(endsAt - hoursAgo * hourMs);
    for (let placed = 0; placed < calls; placed += 1) {
      const call = toDemoCaller(stage, random);
      if (call !== undefined) simulator.placeCall(shorten(call));
      await clock.advance(betweenCallsMs);
    }
    const isOver = (): boolean => simulator.counters.callsOpen === 0 && app.livePlane.live.size().calls === 0;
    await clock.advanceUntil(isOver, callMaxMs);
    await untilBooked(land);
  }
  clock.leapTo(endsAt);
  await setTraffic(land, accountId, "running");
};

const findId = (
  pool: World["app"]["pools"]["app"],
  accountId: string,
  table: "campaigns" | "publishers",
  name: string,
): Promise<string> =>
  withAccount(pool, accountId, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(`select id from ${table} where name = $1`, [name]);
    if (rows[0] === undefined) throw new Error(`The demonstration has no ${name}.`);
    return rows[0].id;
  });

const furnish = (): Promise<void> => Promise.resolve();

/** The carrier and the product in this process on one clock, with two days of calls behind them. */
export const startDemoWorld = async (): Promise<DemoWorld> => {
  const endsAt = toStart(Date.now());
  const clock = createLeapingClock({ startAt: endsAt - 27 * hourMs, quantumMs: 25, stallMs: 300 });
  const staticDir = path.join(repository, "apps/web/dist");
  const world = await startWorld({ seed: "demo-world", clock, demo: true, staticDir, furnish });
  const { app, simulator, publicUrl } = world;
  const owner = (await app.opened)?.owner;
  if (owner === undefined || owner === null) throw new Error("There is no demonstration.");
  await setBackTimes(app.pools.app, Date.now() - clock.now());
  await playDays({ ...world, clock }, owner.accountId, endsAt);
  const at = (pathname: string): string => `${publicUrl}${pathname}`;
  const actor = { kind: "user", id: String(owner.userId) } as const;
  const ctx = { accountId: owner.accountId, actor, role: "owner", requestId: null } as const;
  return {
    now: clock.now,
    at,
    createSignInLink: async () =>
      at(`/sign-in/link?token=${await createSignInLink({ pools: app.pools, ...owner })}`),
    agree: async ({ campaign, publisher }, payout) => {
      const id = await findId(app.pools.app, owner.accountId, "campaigns", campaign);
      const publisherId = await findId(app.pools.app, owner.accountId, "publishers", publisher);
      const input = { id, items: [{ publisherId, rules: [], payout, enabled: true }] };
      await putCampaignPayouts({ pools: app.pools, ctx, input });
      const isKnown = (): boolean =>
        app.snapshot.find(owner.accountId)?.book.campaigns[id]?.payouts !== undefined;
      await until(isKnown, { timeoutMs: 10_000, describe: () => "The publisher's terms never came." });
    },
    block: async (items) => {
      await addBlockedCallers({ pools: app.pools, ctx, input: { items } });
      const isKnown = (): boolean =>
        app.snapshot.find(owner.accountId)?.blocked?.entries.length === items.length;
      await until(isKnown, { timeoutMs: 10_000, describe: () => "The blocked callers never came." });
    },
    demand: async (name, attestations) => {
      const actor = { kind: "user", id: String(owner.userId) } as const;
      const ctx = { accountId: owner.accountId, actor, role: "owner", requestId: null } as const;
      const findCampaign = () =>
        Object.values(app.snapshot.find(owner.accountId)?.book.campaigns ?? {}).find(
          (campaign) => campaign.name === name,
        );
      const id = findCampaign()?.id ?? "";
      await updateCampaign({ pools: app.pools, ctx, input: { id, patch: { attestations } } });
      const isKnown = (): boolean => findCampaign()?.attestations?.length === attestations.length;
      await until(isKnown, { timeoutMs: 10_000, describe: () => "The demand never came." });
    },
    untilFiltered: async (targetId) => {
      const isKnown = (): boolean =>
        Object.values(app.snapshot.find(owner.accountId)?.book.campaigns ?? {})
          .flatMap(listRows)
          .some((row) => row.targetId === targetId && row.filter !== undefined);
      await until(isKnown, { timeoutMs: 10_000, describe: () => "The target's filter never came." });
    },
    placeCall: async (call, thenSeconds) => {
      const { callSid } = simulator.placeCall(call);
      await clock.advance(thenSeconds * secondMs);
      await untilBooked({ ...world, clock });
      return callSid;
    },
    close: world.close,
  };
};
