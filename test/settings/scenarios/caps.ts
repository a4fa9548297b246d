import type { CapUsage, EndpointId } from "@ccp/contract";
import type { CallScript } from "@ccp/simulator";
import type { Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import type { Field } from "./writing.ts";

type Id = string | number;

/** Something with caps: a line whose first target stands under them, and what they have counted. */
export type Capped = {
  makeLineTo: (stage: Stage, id: Id) => Promise<{ number: string }>;
  readCaps: (stage: Stage, id: Id) => Promise<readonly CapUsage[]>;
  /** Where that target rings. */
  phone: string;
  /** What the owner of the caps needs besides. */
  beside?: Field["beside"];
};

/** What the target earns for thirty seconds. */
export const cappedRevenue = {
  kind: "fixed",
  micros: "5000000",
  conversion: { kind: "length", seconds: 30, from: "connection" },
};

const tellFirst = ({ rang }: Story): string => toWhom(rang[0]?.phone ?? "");

/** Whom each of several calls, one after the other, rings first. */
const seeInTurn =
  ({ makeLineTo }: Capped, scripts: readonly CallScript[]): Field["see"] =>
  async (stage, id) => {
    const { number } = await makeLineTo(stage, id);
    const first: string[] = [];
    for (const script of scripts) first.push(tellFirst(await callNumber(stage, number, script)));
    return first;
  };

/** For how many hours each cap counts; null for ever. */
const toHours = (caps: readonly CapUsage[]) =>
  caps.map(({ since, until }) =>
    since === null || until === null ? null : (Date.parse(until) - Date.parse(since)) / 3_600_000,
  );

/** Whom two calls at the same moment ring first, and for how many hours the cap counts. */
const seeTwoAtOnce =
  ({ makeLineTo, readCaps }: Capped): Field["see"] =>
  async (stage, id) => {
    const { number: to } = await makeLineTo(stage, id);
    const stories = await stage.land.call([
      { to, account: stage },
      { to, account: stage },
    ]);
    return {
      first: stories.map(tellFirst).toSorted((one, other) => one.localeCompare(other)),
      hours: toHours(await readCaps(stage, id)),
    };
  };

/** How many calls a target takes, or how much it comes to, seen by whom the calls reach. */
export const toCapFields = (capped: Capped): Record<string, Field> => {
  const { phone, beside } = capped;
  const noAnswer: CallScript = { farEnds: { [phone]: { kind: "no-answer" } } };
  const short: CallScript = { hangsUpAfterSeconds: 15 };
  const ofOne = (
    values: readonly unknown[],
    toCap: (value: unknown) => object,
    see: Field["see"],
  ): Field => ({
    values,
    ...(beside && { beside }),
    toChange: (_stage, value) => ({ caps: [{ period: "all-time", ...toCap(value) }] }),
    see,
  });
  const periods = ["hour", "day", "month", "all-time"];
  const modes = ["strict", "at-conversion"];
  const revenue = { on: "revenue", micros: "5000000" };
  return {
    "caps[].on": ofOne(
      ["dialled", "connected", "converted", "revenue"],
      (on) => (on === "revenue" ? { on, micros: "10000000" } : { on, limit: 1 }),
      seeInTurn(capped, [noAnswer, short, {}, {}]),
    ),
    "caps[]<dialled>.period": ofOne(
      periods,
      (period) => ({ on: "dialled", period, limit: 1 }),
      seeTwoAtOnce(capped),
    ),
    "caps[]<dialled>.limit": ofOne(
      [1, 2],
      (limit) => ({ on: "connected", limit }),
      seeInTurn(capped, [{}, {}]),
    ),
    "caps[]<dialled>.mode": ofOne(
      modes,
      (mode) => ({ on: "converted", mode, limit: 1 }),
      seeTwoAtOnce(capped),
    ),
    "caps[]<revenue>.period": ofOne(periods, (period) => ({ ...revenue, period }), seeTwoAtOnce(capped)),
    "caps[]<revenue>.micros": ofOne(
      ["5000000", "10000000"],
      (micros) => ({ ...revenue, micros }),
      seeInTurn(capped, [{}, {}]),
    ),
    "caps[]<revenue>.mode": ofOne(modes, (mode) => ({ ...revenue, mode }), seeTwoAtOnce(capped)),
  };
};

const toPayoutCap = (cap: object) => ({
  caps: [{ on: "payout", period: "all-time", micros: "3000000", ...cap }],
});

/** What the publisher of two calls, one after the other, is paid, and for how many hours its cap counts. */
export const toPayoutCapFields = (
  makeLineFrom: (stage: Stage, publisherId: Id) => Promise<{ number: string }>,
): Record<string, Field> => {
  const see: Field["see"] = async (stage, publisherId) => {
    const { number } = await makeLineFrom(stage, publisherId);
    const paid: string[] = [];
    for (let call = 0; call < 2; call += 1) {
      paid.push((await callNumber(stage, number)).shown.money.payoutMicros);
    }
    const { caps } = await stage.client.send("getPublisherUsage", { params: { id: publisherId } });
    return { paid, hours: toHours(caps) };
  };
  return {
    "caps[].period": {
      values: ["hour", "day", "month", "all-time"],
      toChange: (_stage, period) => toPayoutCap({ period }),
      see,
    },
    "caps[].micros": {
      values: ["3000000", "9000000"],
      toChange: (_stage, micros) => toPayoutCap({ micros }),
      see,
    },
  };
};

type Reset = {
  update: EndpointId;
  reset: EndpointId;
  make: (stage: Stage) => Promise<Id>;
  cap?: object;
  version?: number;
};

const dialled = { on: "dialled", period: "all-time", limit: 1 };

/** Whether counts begin anew, and what the history says of it. */
export const toResetScenarios = (
  land: Land,
  { update, reset, make, cap = dialled, version: present = 2 }: Reset,
  see: (stage: Stage, id: Id) => Promise<() => Promise<unknown>>,
): Scenarios => {
  const setUp = async () => {
    const stage = await openStage(land);
    const id = await make(stage);
    await stage.client.send(update, { params: { id }, body: { caps: [cap] } });
    return { stage, id, call: await see(stage, id) };
  };
  return {
    [`${reset}.body.version`]: {
      values: [present, 1],
      play: async (version) => {
        const { stage, id, call } = await setUp();
        const before = [await call(), await call()];
        try {
          await stage.client.send(reset, { params: { id }, body: { version: Number(version) } });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          before.push(error.code);
        }
        return [...before, await call()];
      },
    },
    [`${reset}.body.reason`]: {
      values: ["A new contract", "A mistake"],
      play: async (reason) => {
        const { stage, id } = await setUp();
        await stage.client.send(reset, { params: { id }, body: { reason: String(reason) } });
        const { items } = await stage.client.send("listAudit", { query: { action: "reset-caps" } });
        return items.map(({ after }) => (after as { reason: string }).reason);
      },
    },
  };
};

/** Whom one call after the other rings first on the line of something with caps. */
export const seeFirst =
  (makeLineTo: Capped["makeLineTo"]) =>
  async (stage: Stage, id: Id): Promise<() => Promise<string>> => {
    const { number } = await makeLineTo(stage, id);
    return async () => tellFirst(await callNumber(stage, number));
  };

/** What is told of the usage of targets. */
export const usageScenarios = (land: Land): Scenarios => ({
  "getPlanRoom.query.campaignId": {
    values: [undefined, "{capped}", "{other}"],
    play: async (value) => {
      const stage = await openStage(land);
      const caps = [{ on: "dialled", period: "all-time", limit: 1 }];
      const capped = await makeCampaign(stage, { caps });
      const { number } = await makeLine(stage, capped);
      await callNumber(stage, number);
      const { plan } = await stage.client.send("getCampaign", { params: { id: capped } });
      const campaignId = value === "{capped}" ? capped : await makeCampaign(stage);
      const query = value === undefined ? {} : { campaignId };
      const { items } = await stage.client.send("getPlanRoom", { params: { id: plan.id }, query });
      return items.map(({ full }) => full && `${full.owner.kind}: ${full.text}`);
    },
  },
  "listTargetUsage.query.targetId": {
    values: ["{front}", "!{front}", "{front},{back}"],
    play: async (value) => {
      const { client, targets } = await openStage(land);
      const targetId = String(value).replace("{front}", targets.front).replace("{back}", targets.back);
      const { items } = await client.send("listTargetUsage", { query: { targetId } });
      const names = Object.entries(targets).map(([name, id]) => [id, name] as const);
      return items
        .map((item) => new Map(names).get(item.targetId) ?? "")
        .toSorted((one, other) => one.localeCompare(other));
    },
  },
});
