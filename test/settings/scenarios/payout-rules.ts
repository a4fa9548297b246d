import type { Stage } from "#world/open-stage.ts";
import { toFilterFields } from "./filters.ts";
import { toHoursFields } from "./hours.ts";
import { payoutFields, seePayouts } from "./payouts.ts";
import type { Field } from "./writing.ts";

const caller = "+12135550142";

const allDay = [{ from: "00:00", to: "24:00" }];

const always = {
  weekly: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, allDay] as const),
  ),
  exceptions: [],
};

const showsNumber = {
  all: [{ any: [{ tag: "InboundNumber:IsAnonymous", operator: "equals", value: "false" }] }],
};

/** A rule that takes every call of somebody who shows a number. */
const rule = {
  name: "Rule",
  hours: always,
  filter: showsNumber,
  payout: { kind: "fixed", micros: "4000000", due: { kind: "connected" } },
};

/** What the radio would be paid by if the caller called now, and why. */
export const seePick = async (
  { client, publishers }: Stage,
  id: string | number,
  from: string | null = caller,
) => {
  const body = { publisherId: publishers.radio, from };
  const { rules, payout } = await client.send("tryPayoutRules", { params: { id }, body });
  return { rules, payout };
};

const toRuleField =
  (see: Field["see"]) =>
  ([path, { values, toChange }]: [string, Field]): [string, Field] => [
    `[].${path}`,
    {
      values,
      toChange: async (stage, value) => ({
        rules: [{ ...rule, ...(await toChange?.(stage, value)) }],
      }),
      see,
    },
  ];

const atNow: Field["see"] = (stage, id) => seePick(stage, id);

const own: Record<string, Field> = {
  name: { values: ["Days", "Nights"], toChange: (_stage, name) => ({ name }), see: atNow },
  enabled: { values: [true, false], toChange: (_stage, enabled) => ({ enabled }), see: atNow },
};

const terms = Object.entries(payoutFields).map(
  ([path, { values, toPayout, see = seePayouts }]): [string, Field] => [
    path,
    { values, toChange: (_stage, value) => ({ payout: toPayout(value) }), see },
  ],
);

const { timeZone: _, ...hours } = toHoursFields(atNow);

/** Every field of a payout rule by its path in a list of rules; what is changed is that list. */
export const ruleFields: Record<string, Field> = Object.fromEntries([
  ...[...Object.entries(own), ...Object.entries(toFilterFields(() => Promise.resolve({ number: "" })))].map(
    toRuleField(atNow),
  ),
  ...Object.entries(hours).map(([path, field]) => toRuleField(field.see)([path, field])),
  ...terms.map(([path, field]) => toRuleField(field.see)([path, field])),
]);

/** The same where the rules are a campaign's own. */
export const campaignRuleFields: Record<string, Field> = Object.fromEntries(
  Object.entries(ruleFields).map(([path, { values, toChange, see }]) => [
    `payoutRules${path}`,
    {
      values,
      toChange: async (stage: Stage, value: unknown) => ({
        payoutRules: (await toChange?.(stage, value))?.["rules"],
      }),
      see,
    },
  ]),
);
