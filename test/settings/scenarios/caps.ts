import type { CallScript } from "@ccp/simulator";
import type { Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import { callNumber } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import type { Field } from "./writing.ts";

type MakeLine = (stage: Stage, targetId: string) => Promise<{ number: string }>;

const tellFirst = ({ rang }: Story): string => toWhom(rang[0]?.phone ?? "");

/** Whom each of several calls, one after the other, rings first. */
const seeInTurn =
  (makeLineTo: MakeLine, scripts: readonly CallScript[]): Field["see"] =>
  async (stage, id) => {
    const { number } = await makeLineTo(stage, String(id));
    const first: string[] = [];
    for (const script of scripts) first.push(tellFirst(await callNumber(stage, number, script)));
    return first;
  };

/** Whom two calls at the same moment ring first, and for how many hours the target's cap counts. */
const seeTwoAtOnce =
  (makeLineTo: MakeLine): Field["see"] =>
  async (stage, id) => {
    const { number: to } = await makeLineTo(stage, String(id));
    const stories = await stage.land.call([
      { to, account: stage },
      { to, account: stage },
    ]);
    const { items } = await stage.client.send("listTargetUsage", { query: { targetId: String(id) } });
    return {
      first: stories.map(tellFirst).toSorted((one, other) => one.localeCompare(other)),
      hours: items[0]?.caps.map(({ since, until }) =>
        since === null || until === null ? null : (Date.parse(until) - Date.parse(since)) / 3_600_000,
      ),
    };
  };

const ofOne = (values: readonly unknown[], toCap: (value: unknown) => object, see: Field["see"]): Field => ({
  values,
  beside: () => ({
    revenue: {
      kind: "fixed",
      micros: "5000000",
      conversion: { kind: "length", seconds: 30, from: "connection" },
    },
  }),
  toChange: (_stage, value) => ({ caps: [{ period: "all-time", limit: 1, ...toCap(value) }] }),
  see,
});

/** How many calls a target takes, seen by whom the calls reach. */
export const toCapFields = (makeLineTo: MakeLine, phone: string): Record<string, Field> => {
  const noAnswer: CallScript = { farEnds: { [phone]: { kind: "no-answer" } } };
  const short: CallScript = { hangsUpAfterSeconds: 15 };
  return {
    "caps[].on": ofOne(
      ["dialled", "connected", "converted"],
      (on) => ({ on }),
      seeInTurn(makeLineTo, [noAnswer, short, {}]),
    ),
    "caps[].period": ofOne(
      ["hour", "day", "month", "all-time"],
      (period) => ({ on: "dialled", period }),
      seeTwoAtOnce(makeLineTo),
    ),
    "caps[].limit": ofOne([1, 2], (limit) => ({ on: "connected", limit }), seeInTurn(makeLineTo, [{}, {}])),
    "caps[].mode": ofOne(
      ["strict", "at-conversion"],
      (mode) => ({ on: "converted", mode }),
      seeTwoAtOnce(makeLineTo),
    ),
  };
};

const setUp = async (land: Land, makeLineTo: MakeLine) => {
  const stage = await openStage(land);
  const id = stage.targets.spare;
  const caps = [{ on: "dialled", period: "all-time", limit: 1 }];
  await stage.client.send("updateTarget", { params: { id }, body: { caps } });
  const { number } = await makeLineTo(stage, id);
  const call = async () => tellFirst(await callNumber(stage, number));
  return { stage, id, call };
};

/** What is done about caps beside setting them. */
export const capScenarios = (land: Land, makeLineTo: MakeLine): Scenarios => ({
  "resetTargetCaps.body.version": {
    values: [2, 1],
    play: async (version) => {
      const { stage, id, call } = await setUp(land, makeLineTo);
      const before = [await call(), await call()];
      try {
        await stage.client.send("resetTargetCaps", { params: { id }, body: { version: Number(version) } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        before.push(error.code);
      }
      return [...before, await call()];
    },
  },
  "resetTargetCaps.body.reason": {
    values: ["A new contract", "A mistake"],
    play: async (reason) => {
      const { stage, id } = await setUp(land, makeLineTo);
      await stage.client.send("resetTargetCaps", { params: { id }, body: { reason: String(reason) } });
      const { items } = await stage.client.send("listAudit", { query: { action: "reset-caps" } });
      return items.map(({ after }) => (after as { reason: string }).reason);
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
