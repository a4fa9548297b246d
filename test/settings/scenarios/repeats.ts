import type { CallScript } from "@ccp/simulator";
import { makeCampaign, makeLine, makeNumber } from "#world/line.ts";
import { phones, type Stage, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import type { Field } from "./writing.ts";

const busy = { kind: "busy" } as const;
const twoDaysMs = 2 * 86_400_000;

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** One caller's calls after one another, by a number of its own. */
const createCaller = (stage: Stage) => {
  const from = stage.land.takeNumber();
  return {
    call: async (to: string, script: CallScript = {}): Promise<Story> => {
      const [story] = await stage.land.call([{ to, from, script, account: stage }]);
      if (story === undefined) throw new Error("The call has no story.");
      return story;
    },
    wait: (): Promise<void> => stage.land.until(stage.land.world.clock.now() + twoDaysMs),
  };
};

type ToNumber = (stage: Stage, id: string) => Promise<string>;

/** What a caller's first call comes to, another one soon after it, and one two days later. */
export const seeThrice =
  (toNumber: ToNumber, tell: (story: Story) => unknown): Field["see"] =>
  async (stage, id) => {
    const to = await toNumber(stage, String(id));
    const { call, wait } = createCaller(stage);
    const soon = [tell(await call(to)), tell(await call(to))];
    await wait();
    return [...soon, tell(await call(to))];
  };

/** Windows that differ in the second call or the third. */
const windows: Readonly<Record<string, object>> = {
  ever: { kind: "ever" },
  days: { kind: "days", days: 1 },
  off: { kind: "off" },
};

/** The fields of a window: its kind, and its days. */
export const toWindowFields = (
  path: string,
  kinds: readonly string[],
  toField: (values: readonly unknown[], toWindow: (value: unknown) => object) => Field,
): Record<string, Field> => ({
  [`${path}.kind`]: toField(kinds, (kind) => windows[String(kind)] ?? {}),
  [`${path}<days>.days`]: toField([1, 10], (days) => ({ kind: "days", days })),
});

const alike = {
  spam: { kind: "off" },
  report: { kind: "off" },
  returning: { kind: "normal" },
  anonymous: "take",
};

const toCampaignNumber: ToNumber = async (stage, id) => (await makeLine(stage, id)).number;

const seeSoon: Field["see"] = async (stage, id) => {
  const { number } = await makeLine(stage, String(id));
  const { call } = createCaller(stage);
  return [tellWho(await call(number)), tellWho(await call(number))];
};

/** Whom a caller reaches who has talked with the back office because the front desk was busy, and then again. */
const seeReturning: Field["see"] = async (stage, id) => {
  const { number } = await makeLine(stage, String(id));
  const { call } = createCaller(stage);
  const first = await call(number, { farEnds: { [phones.front]: busy } });
  return [tellWho(first), tellWho(await call(number)), tellWho(await call(number))];
};

/** Whom a caller reaches who has talked with one of two, and comes back when the wished one is busy. */
const seeStrict =
  (first: "front" | "back"): Field["see"] =>
  async (stage, id) => {
    const { number } = await makeLine(stage, String(id));
    const { call } = createCaller(stage);
    const reached = await call(number, first === "back" ? { farEnds: { [phones.front]: busy } } : {});
    const again = await call(number, { farEnds: { [phones.back]: busy } });
    return [tellWho(reached), tellWho(again)];
  };

const seeAnonymous: Field["see"] = async (stage, id) => {
  const { number: to } = await makeLine(stage, String(id));
  const stories = await stage.land.call([{ to, from: "+266696687", account: stage }]);
  return stories.map(tellWho);
};

const ofRules = (
  values: readonly unknown[],
  toRules: (value: unknown) => object,
  see: Field["see"],
): Field => ({
  values,
  toChange: (_stage, value) => ({ repeats: { ...alike, ...toRules(value) } }),
  see,
});

const toStrictField = (kind: string, first: "front" | "back"): Field =>
  ofRules([true, false], (strict) => ({ returning: { kind, strict } }), seeStrict(first));

const seeMarks = seeThrice(toCampaignNumber, ({ shown }) => shown.call.isDuplicate);

/** What a campaign does about callers who call again. */
export const repeatFields: Record<string, Field> = {
  "repeats.spam.kind": ofRules(
    ["off", "within"],
    (kind) => ({ spam: kind === "off" ? { kind } : { kind, seconds: 3600 } }),
    seeSoon,
  ),
  "repeats.spam<within>.seconds": ofRules(
    [1, 3600],
    (seconds) => ({ spam: { kind: "within", seconds } }),
    seeSoon,
  ),
  ...toWindowFields("repeats.report", ["off", "ever", "days"], (values, toWindow) =>
    ofRules(values, (value) => ({ report: toWindow(value) }), seeMarks),
  ),
  "repeats.returning.kind": ofRules(
    ["normal", "original", "different"],
    (kind) => ({ returning: kind === "normal" ? { kind } : { kind, strict: false } }),
    seeReturning,
  ),
  "repeats.returning<original>.strict": toStrictField("original", "back"),
  "repeats.returning<different>.strict": toStrictField("different", "front"),
  "repeats.anonymous": {
    ...ofRules(["take", "refuse", "fallback"], (anonymous) => ({ anonymous }), seeAnonymous),
    beside: ({ targets }) => ({ fallbackTargetId: targets.spare }),
  },
};

const ofProtection = (
  values: readonly unknown[],
  toProtection: (value: unknown) => object,
  see: Field["see"],
): Field => ({
  values,
  toChange: (_stage, value) => ({ repeatCallers: { after: "connected", ...toProtection(value) } }),
  see,
});

/** Whom a target, or a buyer, does not take again, seen by whom a caller's calls reach. */
export const toProtectionFields = (toNumber: ToNumber): Record<string, Field> => {
  const see = seeThrice(toNumber, tellWho);
  const window = windows["ever"] ?? {};
  return {
    repeatCallers: { values: [null, { after: "connected", window }], see },
    "repeatCallers.after": ofProtection(["connected", "converted"], (after) => ({ after, window }), see),
    ...toWindowFields("repeatCallers.window", ["ever", "days"], (values, toWindow) =>
      ofProtection(values, (value) => ({ window: toWindow(value) }), see),
    ),
  };
};

/** The number of a campaign that asks a new target of the buyer first, which never converts, and then another buyer's. */
export const toBuyersNumber: ToNumber = async (stage, buyerId) => {
  const destination = { kind: "phone", address: phones.front };
  const conversion = { kind: "length", seconds: 600, from: "connection" };
  const revenue = { kind: "fixed", micros: "1000000", conversion };
  const body = { name: toUnique("Desk"), buyerId: Number(buyerId), destination, revenue };
  const { id: targetId } = await stage.client.send("createTarget", { body });
  const rows = [{ targetId }, { targetId: stage.targets.spare, priority: 2 }];
  return (await makeLine(stage, await makeCampaign(stage), rows)).number;
};

/** What the radio is paid for a caller it sends twice, what the press is for the same, and the radio two days later. */
export const seePaidAgain: Field["see"] = async (stage, id) => {
  const { number, campaignId } = await makeLine(stage, String(id));
  const other = await makeNumber(stage, campaignId, { publisherId: stage.publishers.press });
  const { call, wait } = createCaller(stage);
  const tellPaid = async (to: string) => (await call(to)).shown.money.payoutMicros;
  const soon = [await tellPaid(number), await tellPaid(number), await tellPaid(other.number)];
  await wait();
  return [...soon, await tellPaid(number)];
};
