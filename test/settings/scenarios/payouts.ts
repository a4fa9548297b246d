import type { FarEnd } from "@ccp/simulator";
import { makeLine } from "#world/line.ts";
import { phones, type Stage } from "#world/open-stage.ts";
import { toUnique } from "#world/unique.ts";
import { seePaidAgain } from "./repeats.ts";
import type { Field } from "./writing.ts";

const fixed = { kind: "fixed", micros: "3000000", due: { kind: "connected" } };

/** Half of 7.00, and 1.00 at the least. */
const share = {
  kind: "revenue-share",
  basisPoints: 5000,
  minMicros: "1000000",
  maxMicros: null,
  due: { kind: "connected" },
};

const kinds: Readonly<Record<string, object>> = { fixed, "revenue-share": share };

const dues: Readonly<Record<string, object>> = {
  incoming: { kind: "incoming" },
  connected: { kind: "connected" },
  converted: { kind: "converted" },
  length: { kind: "length", seconds: 50 },
};

/** A value of what a publisher is paid, and the terms that it makes. */
export type PayoutField = {
  values: readonly unknown[];
  toPayout: (value: unknown) => object;
  /** How one sees what is paid; without it, by calls of different lengths. */
  see?: Field["see"];
};

const toOneOf = (terms: object, key: string, values: readonly unknown[]): PayoutField => ({
  values,
  toPayout: (value) => ({ ...terms, [key]: value }),
});

const toDueFields = (kind: string, terms: object): Record<string, PayoutField> => ({
  [`payout<${kind}>.due.kind`]: {
    values: Object.keys(dues),
    toPayout: (due) => ({ ...terms, due: dues[String(due)] }),
  },
  [`payout<${kind}>.due<length>.seconds`]: {
    values: [10, 100],
    toPayout: (seconds) => ({ ...terms, due: { kind: "length", seconds } }),
  },
});

const toRepeatFields = (kind: string, terms: object): Record<string, PayoutField> => {
  const path = `payout<${kind}>.duplicates`;
  const window = { kind: "ever" };
  const toField = (values: readonly unknown[], toDuplicates: (value: unknown) => object): PayoutField => ({
    values,
    toPayout: (value) => ({ ...terms, duplicates: { window, across: "publisher", ...toDuplicates(value) } }),
    see: seePaidAgain,
  });
  return {
    [`${path}.window.kind`]: toField(["ever", "days"], (told) => ({
      window: told === "ever" ? window : { kind: "days", days: 1 },
    })),
    [`${path}.window<days>.days`]: toField([1, 10], (days) => ({ window: { kind: "days", days } })),
    [`${path}.across`]: toField(["publisher", "campaign"], (across) => ({ across })),
  };
};

const talk = (talkSeconds: number) =>
  ({ kind: "answer", afterSeconds: 3, talkSeconds, hangsUp: "callee" }) as const;

/** A target that pays 7.00 from 30 s on. */
const makePayer = async ({ client, buyers }: Stage): Promise<string> => {
  const conversion = { kind: "length", seconds: 30, from: "connection" };
  const body = {
    name: toUnique("Payer"),
    buyerId: buyers.acme,
    destination: { kind: "phone", address: phones.front },
    revenue: { kind: "fixed", micros: "7000000", conversion },
  };
  return (await client.send("createTarget", { body })).id;
};

/** What the campaign pays the radio for a call that nobody takes, and for such of 20, 40 and 60 seconds. */
export const seePayouts: Field["see"] = async (stage, id) => {
  const { number: to } = await makeLine(stage, String(id), [{ targetId: await makePayer(stage) }]);
  const ends: FarEnd[] = [{ kind: "no-answer" }, talk(20), talk(40), talk(60)];
  const calls = ends.map((end) => ({ to, account: stage, script: { farEnds: { [phones.front]: end } } }));
  const stories = await stage.land.call(calls);
  return stories.map(({ shown }) => shown.money.payoutMicros);
};

/** Every field of a payout's terms, in a form of its own for each place where terms are written. */
export const payoutFields: Record<string, PayoutField> = {
  "payout.kind": { values: Object.keys(kinds), toPayout: (kind) => kinds[String(kind)] ?? {} },
  "payout<fixed>.micros": toOneOf(fixed, "micros", ["0", "6000000"]),
  ...toDueFields("fixed", fixed),
  ...toRepeatFields("fixed", fixed),
  "payout<revenue-share>.basisPoints": toOneOf(share, "basisPoints", [100, 10_000]),
  "payout<revenue-share>.minMicros": toOneOf(share, "minMicros", [null, "5000000"]),
  "payout<revenue-share>.maxMicros": toOneOf(share, "maxMicros", [null, "2000000"]),
  ...toDueFields("revenue-share", share),
  ...toRepeatFields("revenue-share", share),
};

/** The same where the terms are a campaign's own. */
export const campaignPayoutFields: Record<string, Field> = {
  payout: {
    values: [null, "fixed"],
    toChange: (_stage, value) => ({ payout: value === null ? null : fixed }),
    see: seePayouts,
  },
  ...Object.fromEntries(
    Object.entries(payoutFields).map(([path, { values, toPayout, see = seePayouts }]) => [
      path,
      { values, toChange: (_stage, value) => ({ payout: toPayout(value) }), see } satisfies Field,
    ]),
  ),
};
