import { strategies } from "@ccp/engine";
import { callNumber, makeCampaign, makeLine, type Row } from "#world/line.ts";
import { phones, type Stage, toWhom } from "#world/open-stage.ts";
import { toUnique } from "#world/unique.ts";

/** Two targets that only the scenario's own calls know. */
type Pair = { front: string; back: string; spare: string };

const makeTarget = async ({ client, buyers }: Stage, whom: keyof Pair): Promise<string> => {
  const destination = { kind: "phone", address: phones[whom] };
  const body = { name: toUnique(whom), buyerId: buyers.acme, destination };
  return (await client.send("createTarget", { body })).id;
};

const toLine = async (stage: Stage, rows: readonly Row[]): Promise<string> =>
  (await makeLine(stage, await makeCampaign(stage), rows)).number;

const talk = (talkSeconds: number) =>
  ({ kind: "answer", afterSeconds: 1, talkSeconds, hangsUp: "callee" }) as const;

/** The front desk is called first and talks for longest; the back office is called after somebody who is silent. */
const playBefore = async (stage: Stage, { front, back, spare }: Pair): Promise<void> => {
  const long = await toLine(stage, [{ targetId: front }]);
  const late = await toLine(stage, [
    { targetId: spare, priority: 1, ringTimeoutSeconds: 10 },
    { targetId: back, priority: 2 },
  ]);
  const farEnds = {
    [phones.front]: talk(100),
    [phones.back]: talk(20),
    [phones.spare]: { kind: "no-answer" } as const,
  };
  await stage.land.call([
    { to: long, script: { farEnds }, account: stage },
    { to: late, script: { farEnds }, account: stage },
  ]);
};

/** Every way to pick one of several. */
export const strategyValues = strategies;

/**
 * Whom three calls reach, another way having led to the back office before the second: the heavier one each time, each
 * in its turn, whoever was offered a call longest ago, whose last call ended longest ago, or both at once.
 */
export const seeStrategy = async (
  stage: Stage,
  listen: (rows: readonly { targetId: string; weight: number }[]) => Promise<string>,
): Promise<string[]> => {
  const pair: Pair = {
    front: await makeTarget(stage, "front"),
    back: await makeTarget(stage, "back"),
    spare: await makeTarget(stage, "spare"),
  };
  const number = await listen([
    { targetId: pair.front, weight: 1000 },
    { targetId: pair.back, weight: 1 },
  ]);
  const toBack = await toLine(stage, [{ targetId: pair.back }]);
  await playBefore(stage, pair);
  const first = await callNumber(stage, number);
  await callNumber(stage, toBack);
  const stories = [first, await callNumber(stage, number), await callNumber(stage, number)];
  return stories.map(({ rang, shown }) => {
    // In training everybody has a turn, as in a round robin: what is told of it differs.
    const isTraining = shown.decisions[0]?.sentence.includes("in training") === true;
    return `${rang.map(({ phone }) => toWhom(phone)).join(" + ")}${isTraining ? " in training" : ""}`;
  });
};

const makePaying = async ({ client, buyers }: Stage, whom: keyof Pair, micros: string): Promise<string> => {
  const destination = { kind: "phone", address: phones[whom] };
  const revenue = { kind: "fixed", micros, conversion: { kind: "connected" } };
  const body = { name: toUnique(whom), buyerId: buyers.acme, destination, revenue };
  return (await client.send("createTarget", { body })).id;
};

const sevenDays = { unit: "days", count: 7, trainingCalls: 1 };

/** What expected revenue goes by, value by value of a field. */
export const expectationValues: Record<
  string,
  { values: readonly unknown[]; toExpectation: (value: unknown) => object }
> = {
  unit: { values: ["hours", "days"], toExpectation: (unit) => ({ ...sevenDays, count: 1, unit }) },
  count: { values: [1, 5], toExpectation: (count) => ({ ...sevenDays, unit: "hours", count }) },
  trainingCalls: { values: [1, 2], toExpectation: (trainingCalls) => ({ ...sevenDays, trainingCalls }) },
};

/** Hours after everything began, on the same day of UTC. */
const later = Date.UTC(2026, 0, 5, 15, 30);

/** Whom a call reaches hours after the front desk earned nothing with one and the back office 9.00 with another. */
export const seeExpectation = async (
  stage: Stage,
  listen: (rows: readonly { targetId: string; weight: number }[]) => Promise<string>,
): Promise<string> => {
  const number = await listen([
    { targetId: await makePaying(stage, "front", "0"), weight: 1 },
    { targetId: await makePaying(stage, "back", "9000000"), weight: 1 },
  ]);
  await callNumber(stage, number);
  await callNumber(stage, number);
  await stage.land.until(later);
  const { rang } = await callNumber(stage, number);
  return toWhom(rang[0]?.phone ?? "nobody");
};
