import { filterOperators, tagNames, type FilterOperator, type TagName } from "@ccp/engine";
import type { Scenarios } from "#list/scenario.ts";
import { makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import { toUnique } from "#world/unique.ts";
import type { Field } from "./writing.ts";

type Condition = Record<string, unknown>;

/** Of Los Angeles, CA 90012, as the carrier says. */
const caller = "+12135550142";

const nobody = "11111111-1111-4111-8111-111111111111";

/** For each tag a value that no call has, so that the reason tells what the call had instead. */
const strange: Record<TagName, string> = {
  "InboundNumber:Number": "+12025550188",
  "InboundNumber:CountryCode": "MX",
  "InboundNumber:AreaCode": "999",
  "InboundNumber:Prefix": "999",
  "InboundNumber:State": "ZZ",
  "InboundNumber:City": "Nowhere",
  "InboundNumber:Zip": "00000",
  "InboundNumber:IsAnonymous": "true",
  "InboundNumber:IsRepeat": "true",
  "InboundNumber:Attestation": "C",
  "DialedNumber:Number": "+12025550188",
  "Campaign:Id": nobody,
  "Publisher:Id": nobody,
  "Time:WeekDay": "Sunday",
  "Time:Hour": "99",
  "Time:Date": "2001-01-01",
};

const makeList = async ({ client }: Stage, text: string): Promise<string> =>
  (await client.send("createValueList", { body: { name: toUnique("Callers"), text } })).id;

/** A condition of each operator, each of a tag of its own. */
const ofOperator: Record<FilterOperator, Condition> = {
  equals: { tag: "InboundNumber:State", value: "ZZ" },
  "equals-any": { tag: "InboundNumber:City", values: ["Nowhere"] },
  "in-list": { tag: "InboundNumber:Number" },
  contains: { tag: "InboundNumber:Zip", value: "55" },
  "begins-with": { tag: "DialedNumber:Number", value: "999" },
  matches: { tag: "InboundNumber:CountryCode", value: "M?" },
  "greater-than": { tag: "InboundNumber:AreaCode", value: "900" },
  "less-than": { tag: "InboundNumber:Prefix", value: "100" },
  exists: { tag: "InboundNumber:Attestation", isNot: true },
};

const state = { tag: "InboundNumber:State", operator: "equals" };

type Part = { values: readonly unknown[]; toCondition: (stage: Stage, value: unknown) => Promise<Condition> };

const of = (values: readonly unknown[], toCondition: (value: unknown) => Condition): Part => ({
  values,
  toCondition: (_stage, value) => Promise.resolve(toCondition(value)),
});

const parts: Record<string, Part> = {
  tag: of(tagNames, (tag) => ({ tag, operator: "equals", value: strange[tag as TagName] })),
  operator: {
    values: filterOperators,
    toCondition: async (stage, value) => {
      const operator = value as FilterOperator;
      const listId = operator === "in-list" ? { listId: await makeList(stage, "+12025550188") } : {};
      return { operator, ...ofOperator[operator], ...listId };
    },
  },
  isNot: of([true, false], (isNot) => ({ ...state, value: "CA", isNot })),
  matchCase: of([true, false], (matchCase) => ({ ...state, value: "ca", matchCase })),
  value: of(["CA", "ZZ"], (value) => ({ ...state, value })),
  "values[]": of(["CA", "ZZ"], (value) => ({ ...state, operator: "equals-any", values: ["OR", value] })),
  listId: {
    values: ["with the caller", "without"],
    toCondition: async (stage, value) => ({
      tag: "InboundNumber:Number",
      operator: "in-list",
      listId: await makeList(stage, value === "without" ? "+12025550188" : "(213) 555-0142"),
    }),
  },
};

const toFilter = (condition: Condition) => ({ all: [{ any: [condition] }] });

type MakeLine = (stage: Stage, targetId: string) => Promise<{ number: string }>;

/** Whom the caller reaches, and what kept the target from the call. */
const seeVerdict =
  (makeLineTo: MakeLine): Field["see"] =>
  async (stage, id) => {
    const { number: to } = await makeLineTo(stage, String(id));
    const [story] = await stage.land.call([{ to, from: caller, account: stage }]);
    return {
      rang: story?.rang.map(({ phone }) => toWhom(phone)),
      why: story?.shown.decisions[0]?.candidates.flatMap(({ verdict, sentence }) =>
        verdict === "refused" ? [sentence] : [],
      ),
    };
  };

/** Which calls a target takes, seen by whom a call reaches and by what the console says of the target. */
export const toFilterFields = (makeLineTo: MakeLine): Record<string, Field> => ({
  filter: {
    values: [null, "nobody's"],
    toChange: (_stage, value) => ({
      filter: value === null ? null : toFilter({ tag: "Campaign:Id", operator: "equals", value: nobody }),
    }),
    see: seeVerdict(makeLineTo),
  },
  ...Object.fromEntries(
    Object.entries(parts).map(([name, { values, toCondition }]) => [
      `filter.all[].any[].${name}`,
      {
        values,
        toChange: async (stage: Stage, value: unknown) => ({
          filter: toFilter(await toCondition(stage, value)),
        }),
        see: seeVerdict(makeLineTo),
      },
    ]),
  ),
});

/** Whoever calls again is marked. */
const repeats = {
  spam: { kind: "off" },
  report: { kind: "ever" },
  returning: { kind: "normal" },
  anonymous: "take",
};

/** An account with a call and another one of the same caller, and the hour in which they came in New York. */
const openCalled = async (land: Land) => {
  const stage = await openStage(land);
  const { number: to } = await makeLine(stage, await makeCampaign(stage, { repeats }));
  const [story] = await land.call([{ to, from: caller, account: stage }]);
  await land.call([{ to, from: caller, account: stage }]);
  const arrived = new Date(Date.parse(story?.shown.call.arrivedAt ?? "") - 5 * 3_600_000);
  return { stage, hour: arrived.getUTCHours() };
};

/** What a trial of a filter says of a call. */
export const filterTrialScenarios = (land: Land): Scenarios => {
  const called = land.share(() => openCalled(land));
  const toTrial = ({ values, toCondition }: Part) => ({
    values,
    play: async (value: unknown) => {
      const { stage } = await called();
      const body = { filter: toFilter(await toCondition(stage, value)) };
      const { calls, matched, conditions } = await stage.client.send("tryFilter", { body });
      return { calls, matched, conditions };
    },
  });
  return {
    ...Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        `tryFilter.body.filter.all[].any[].${name}`,
        toTrial(part),
      ]),
    ),
    "tryFilter.body.timeZone": {
      values: [null, "Asia/Tokyo"],
      play: async (timeZone) => {
        const { stage, hour } = await called();
        const filter = toFilter({ tag: "Time:Hour", operator: "equals", value: "0" });
        const { conditions } = await stage.client.send("tryFilter", { body: { filter, timeZone } });
        return { hoursAhead: (Number(conditions[0]?.seen[0]) - hour + 24) % 24 };
      },
    },
  };
};
