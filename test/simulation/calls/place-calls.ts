import { createRandom } from "@ccp/engine";
import type { CallScript, Simulator } from "@ccp/simulator";
import type { World } from "#support/start-world.ts";

type Random = () => number;

/** Calls that arrive at random moments, each with a script of its own. */
export type Traffic = {
  /** Ids of the calls, in the order in which they were placed. */
  callSids: readonly string[];
  /** How many of them have each request for instructions sent twice. */
  repeating(): number;
  /** Places calls until there are `total` of them; resolves when the last one is placed. */
  placeUntil(total: number): Promise<void>;
};

type TrafficOptions = {
  world: Pick<World, "clock" | "simulator">;
  seed: string;
  numbers: readonly string[];
  /** How long the next call is after the one that was placed, in milliseconds. */
  toWaitMs: (random: Random) => number;
  onPlaced?: (callSid: string) => void;
};

const callerAreas = ["201", "202", "212", "213", "312", "415", "503", "617", "702", "904"];

const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to choose from.");
  return item;
};

const withheld = ["anonymous", "+266696687", "Restricted"];

const toCaller = (random: Random): string => {
  if (random() < 0.04) return pick(random, withheld);
  return `+1${pick(random, callerAreas)}55501${String(Math.floor(random() * 100)).padStart(2, "0")}`;
};

/** Most callers wait for whoever answers; some leave at once, some while it rings, some in the middle of a talk. */
const toLeaving = (random: Random): CallScript => {
  const share = random();
  if (share < 0.03) return { hangsUpAfterSeconds: [0, 0.3] };
  if (share < 0.15) return { hangsUpAfterSeconds: [0.5, 12] };
  if (share < 0.25) return { hangsUpAfterSeconds: [10, 100] };
  return {};
};

/** Beside what happens to every call: lost connections to the product, callbacks that come much later, repetitions. */
const toDisturbance = (random: Random): NonNullable<CallScript["disturbance"]> => {
  const share = random();
  if (share < 0.02) return { dropShare: 1 };
  if (share < 0.05) return { dropShare: 0.5 };
  if (share < 0.08) return { delayShare: 0.7, delayMs: [60_000, 1_200_000] };
  if (share < 0.2) return { repeatedRequestShare: 1 };
  return {};
};

/** What happens to the callbacks of every call. */
export const disturbNetwork = (simulator: Simulator): void => {
  simulator.setSwitches({
    disturbance: {
      dropShare: 0.08,
      duplicateShare: 0.3,
      reorderShare: 0.2,
      reorderMs: 8_000,
      delayShare: 0.3,
      delayMs: [50, 60_000],
    },
  });
};

/** So many calls a second on average, each independent of the others. */
export const atRate =
  (perSecond: number) =>
  (random: Random): number =>
    (-Math.log(1 - random()) * 1000) / perSecond;

export const createTraffic = ({ world, seed, numbers, toWaitMs, onPlaced }: TrafficOptions): Traffic => {
  const { clock, simulator } = world;
  const random = createRandom(`${seed}:traffic`);
  const callSids: string[] = [];
  let repeating = 0;
  let goal = 0;

  const place = (): void => {
    const disturbance = toDisturbance(random);
    if (disturbance.repeatedRequestShare === 1) repeating += 1;
    const script = { ...toLeaving(random), disturbance };
    const { callSid } = simulator.placeCall({ from: toCaller(random), to: pick(random, numbers), script });
    callSids.push(callSid);
    onPlaced?.(callSid);
  };

  const arrive = (): void => {
    place();
    if (callSids.length < goal) clock.setTimeout(arrive, toWaitMs(random));
  };

  return {
    callSids,
    repeating: () => repeating,
    placeUntil: async (total) => {
      goal = total;
      clock.setTimeout(arrive, 0);
      await clock.advanceUntil(() => callSids.length >= goal, Number.POSITIVE_INFINITY);
    },
  };
};
