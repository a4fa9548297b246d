import type { CallScript } from "@ccp/simulator";
import type { Stage } from "#world/open-stage.ts";
import { toWindowFields } from "./repeats.ts";
import type { Field } from "./writing.ts";

const connected = { kind: "connected" };

const fixed = { kind: "fixed", micros: "5000000", conversion: connected };

const perMinute = {
  kind: "per-minute",
  microsPerMinute: "1000000",
  incrementSeconds: 7,
  minimumSeconds: 0,
  conversion: connected,
};

const tiers = {
  kind: "tiers",
  tiers: [
    { fromSeconds: 10, micros: "1000000" },
    { fromSeconds: 50, micros: "2000000" },
  ],
};

const kinds: Readonly<Record<string, object>> = { fixed, "per-minute": perMinute, tiers };

const conversions: Readonly<Record<string, object>> = {
  dialled: { kind: "dialled" },
  connected,
  length: { kind: "length", seconds: 30, from: "connection" },
  webhook: { kind: "webhook" },
};

export type RevenueSees = {
  /** The money of a call that lasts a minute. */
  money: Field["see"];
  /** What is owed for a call that nobody takes, and for one of 20 seconds, before and after it is reported. */
  shortCalls: Field["see"];
  /** What is owed for a caller's first call, another one soon after it, and one two days later. */
  again: Field["see"];
  /** What is owed for a minute after half a minute at another target, and for 63 seconds straight after it. */
  afterWaits: Field["see"];
};

const toConversionFields = (
  terms: { kind: string; minimumSeconds?: number },
  sees: RevenueSees,
): Record<string, Field> => {
  const path = `revenue<${terms.kind}>.conversion`;
  const toChange = (conversion: object) => ({ revenue: { ...terms, conversion } });
  const length = { kind: "length", seconds: 65, from: "connection" };
  return {
    [`${path}.kind`]: {
      values: Object.keys(conversions),
      toChange: (_stage, kind) => toChange(conversions[String(kind)] ?? {}),
      see: sees.shortCalls,
    },
    [`${path}<length>.seconds`]: {
      values: [10, 100],
      toChange: (_stage, seconds) => toChange({ ...length, seconds }),
      see: sees.money,
    },
    [`${path}<length>.from`]: {
      values: ["incoming", "dial", "connection"],
      toChange: (_stage, from) => toChange({ ...length, from }),
      see: sees.afterWaits,
    },
  };
};

/** What a buyer owes, seen by the money of calls. */
export const toRevenueFields = (sees: RevenueSees): Record<string, Field> => {
  const see = sees.money;
  const toField = (values: readonly unknown[], toRevenue: (value: unknown) => object): Field => ({
    values,
    toChange: (_stage, value) => ({ revenue: toRevenue(value) }),
    see,
  });
  const toOneOf = (terms: object, key: string, values: readonly unknown[]): Field =>
    toField(values, (value) => ({ ...terms, [key]: value }));
  const toOnceFields = (terms: { kind: string }): Record<string, Field> =>
    toWindowFields(`revenue<${terms.kind}>.oncePerCaller`, ["ever", "days"], (values, toWindow) => ({
      ...toField(values, (value) => ({ ...terms, oncePerCaller: toWindow(value) })),
      see: sees.again,
    }));
  return {
    ...[fixed, perMinute, tiers].map(toOnceFields).reduce((all, each) => ({ ...all, ...each })),
    "revenue.kind": toField(Object.keys(kinds), (kind) => kinds[String(kind)] ?? {}),
    "revenue<fixed>.micros": toOneOf(fixed, "micros", ["0", "6000000"]),
    ...toConversionFields(fixed, sees),
    "revenue<per-minute>.microsPerMinute": toOneOf(perMinute, "microsPerMinute", ["0", "3000000"]),
    "revenue<per-minute>.incrementSeconds": toOneOf(perMinute, "incrementSeconds", [1, 50]),
    "revenue<per-minute>.minimumSeconds": toOneOf(perMinute, "minimumSeconds", [0, 120]),
    ...toConversionFields({ ...perMinute, minimumSeconds: 6 }, sees),
    "revenue<tiers>.tiers[].fromSeconds": toField([50, 100], (fromSeconds) => ({
      ...tiers,
      tiers: [
        { fromSeconds: 10, micros: "1000000" },
        { fromSeconds, micros: "2000000" },
      ],
    })),
    "revenue<tiers>.tiers[].micros": toField(["0", "4000000"], (micros) => ({
      ...tiers,
      tiers: [{ fromSeconds: 10, micros }],
    })),
  };
};

export const talk = (talkSeconds: number) =>
  ({ kind: "answer", afterSeconds: 3, talkSeconds, hangsUp: "callee" }) as const;

type FarEnds = Exclude<CallScript["farEnds"], undefined>;

/** The number that leads to what is written, by its id. */
type ToNumber = (stage: Stage, id: string) => Promise<string>;

/** What is owed for each of several calls. */
export const seeRevenues =
  (toNumber: ToNumber, ends: readonly FarEnds[]): Field["see"] =>
  async (stage, id) => {
    const to = await toNumber(stage, String(id));
    const calls = ends.map((farEnds) => ({ to, account: stage, script: { farEnds } }));
    return (await stage.land.call(calls)).map(({ shown }) => shown.money.revenueMicros);
  };

/** What is owed for a call that nobody takes and for a short one, and whether a conversion of that can be reported. */
export const seeShortCalls =
  (toNumber: ToNumber, phone: string): Field["see"] =>
  async (stage, id) => {
    const to = await toNumber(stage, String(id));
    const ends: FarEnds[] = [{ [phone]: { kind: "no-answer" } }, { [phone]: talk(20) }];
    const calls = ends.map((farEnds) => ({ to, account: stage, script: { farEnds } }));
    const stories = await stage.land.call(calls);
    const callId = stories[1]?.shown.call.id;
    const isTaken = await stage.client
      .send("reportConversion", { body: { callId, idempotencyKey: "sale-1" } })
      .then(
        () => true,
        () => false,
      );
    return [...stories.map(({ shown }) => shown.money.revenueMicros), isTaken];
  };
