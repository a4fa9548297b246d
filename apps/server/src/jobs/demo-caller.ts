/** How the called side behaves, in the words of the simulated carrier. */
export type FarEnd =
  | { kind: "answer"; afterSeconds: number; talkSeconds: number; hangsUp: "caller" | "callee" }
  | { kind: "busy" | "no-answer" };

/** A caller of the demonstration: who they are, whom they call, and how this call goes. */
export type DemoCaller = {
  from: string;
  to: string;
  script: { hangsUpAfterSeconds?: number; farEnds: Record<string, FarEnd> };
};

type Random = () => number;

/** None of them is a number of the demonstration. */
const areaCodes = ["202", "206", "305", "404", "503", "512", "602", "617", "702", "713"];

const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[Math.floor(random() * items.length)];

const toCaller = (random: Random): string =>
  `+1${pick(random, areaCodes)}55501${String(between(random, 0, 99)).padStart(2, "0")}`;

const answer = (random: Random, talkFrom: number, talkTo: number): FarEnd => ({
  kind: "answer",
  afterSeconds: between(random, 2, 9),
  talkSeconds: between(random, talkFrom, talkTo),
  hangsUp: random() < 0.6 ? "caller" : "callee",
});

type Mood = "long" | "short" | "busy-first" | "nobody" | "impatient";

/** Of a hundred calls. */
const moods: readonly { mood: Mood; until: number }[] = [
  { mood: "long", until: 0.56 },
  { mood: "short", until: 0.7 },
  { mood: "busy-first", until: 0.84 },
  { mood: "nobody", until: 0.92 },
  { mood: "impatient", until: 1 },
];

const toFarEnd = (random: Random, mood: Mood): FarEnd => {
  switch (mood) {
    case "long":
      return answer(random, 35, 240);
    case "short":
      return answer(random, 4, 20);
    case "busy-first":
      return random() < 0.5 ? { kind: "busy" } : answer(random, 35, 180);
    case "nobody":
      return { kind: random() < 0.5 ? "busy" : "no-answer" };
    case "impatient":
      return { kind: "no-answer" };
  }
};

/** The next caller; the same `random` makes the same callers. Undefined where there is no number to call. */
export const toDemoCaller = (
  { numbers, destinations }: { numbers: readonly string[]; destinations: readonly string[] },
  random: Random,
): DemoCaller | undefined => {
  const to = pick(random, numbers);
  if (to === undefined) return undefined;
  const from = toCaller(random);
  const share = random();
  const mood = moods.find(({ until }) => share < until)?.mood ?? "long";
  const farEnds = Object.fromEntries(destinations.map((each) => [each, toFarEnd(random, mood)]));
  const patience = mood === "impatient" ? { hangsUpAfterSeconds: between(random, 4, 14) } : {};
  return { from, to, script: { ...patience, farEnds } };
};
