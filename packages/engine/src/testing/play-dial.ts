import { toLegs, type DialChoice } from "#call/dial-leg.ts";
import { nextDue } from "#call/due.ts";
import type { LegStatus } from "#call/event.ts";
import { legFact, tell, type Stage } from "./stage.ts";
import { chance, pick, type Random } from "./pick.ts";

/** News of a leg, now and then once more from the carrier's record and not quite the same. */
export const tellLeg = (
  stage: Stage,
  random: Random,
  attempt: number | null,
  status: LegStatus,
  seconds: number | null,
) => {
  const carrierAt = chance(random, 0.7) ? stage.now : null;
  tell(stage, legFact(attempt, { status, seconds, carrierAt, sequence: pick(random, [null, 0, 3]) }));
  if (chance(random, 0.2)) {
    const said = seconds === null ? null : seconds + pick(random, [0, 0, 1]);
    tell(stage, legFact(attempt, { status, seconds: said, carrierAt, source: "record" }));
  }
};

const failures = ["busy", "no-answer", "failed", "canceled"] as const;

/** A dial that comes to nothing, now and then because the caller hung up. */
const playFailure = (stage: Stage, random: Random, attempt: number): void => {
  const status = pick(random, failures);
  if (chance(random, 0.2)) tellLeg(stage, random, null, "completed", 0);
  tellLeg(stage, random, attempt, status, 0);
  const bridged = pick(random, [false, null]);
  tell(stage, { kind: "dial-ended", attempt, childRef: null, status, seconds: null, bridged });
};

/** The call converts, where that is due by the end of a conversation of so many seconds that begins now. */
const convertWithin = (stage: Stage, seconds: number): void => {
  const due = nextDue(stage.state);
  if (due?.kind !== "convert" || due.at > stage.now + seconds * 1000) return;
  const joined = { ...stage, now: due.at };
  tell(joined, { kind: "converted", attempt: due.attempt });
  stage.state = joined.state;
};

const playTalk = (stage: Stage, random: Random, attempt: number): void => {
  const seconds = Math.floor(random() * 150);
  tellLeg(stage, random, attempt, "in-progress", null);
  convertWithin(stage, seconds);
  stage.now += seconds * 1000;
  tellLeg(stage, random, attempt, "completed", seconds);
  const bridged = pick(random, [true, null, false]);
  const said = chance(random, 0.8) ? seconds : null;
  const childRef = `CA-child-${attempt}`;
  tell(stage, { kind: "dial-ended", attempt, childRef, status: "completed", seconds: said, bridged });
};

type Ring = { numbers: readonly number[]; answering: readonly number[] };

/** Those who answer, one after the other, and then what becomes of all but the first of them. */
const tellAnswers = (stage: Stage, random: Random, { numbers, answering }: Ring): void => {
  const [winner] = answering;
  for (const attempt of answering) {
    if (attempt !== winner && chance(random, 0.5)) stage.now += 1000;
    tellLeg(stage, random, attempt, "in-progress", null);
  }
  for (const attempt of numbers) {
    if (attempt === winner || chance(random, 0.3)) continue;
    const isAnswering = answering.includes(attempt);
    tellLeg(stage, random, attempt, isAnswering ? "completed" : pick(random, failures), isAnswering ? 1 : 0);
  }
};

/** Several that ring at once: whoever answers first has the call, now and then another a moment later too. */
const playRing = (stage: Stage, random: Random, dial: DialChoice): void => {
  const numbers = toLegs(dial).map(({ attempt }) => attempt);
  const answering = chance(random, 0.6) ? numbers.filter(() => chance(random, 0.5)) : [];
  const [winner] = answering;
  const seconds = Math.floor(random() * 150);
  tellAnswers(stage, random, { numbers, answering });
  convertWithin(stage, seconds);
  if (winner !== undefined) {
    stage.now += seconds * 1000;
    if (chance(random, 0.8)) tellLeg(stage, random, winner, "completed", seconds);
  }
  if (chance(random, 0.1)) tellLeg(stage, random, null, "completed", seconds);
  tell(stage, {
    kind: "dial-ended",
    attempt: dial.attempt,
    childRef: pick(random, [null, `CA-child-${winner ?? dial.attempt}`]),
    status: winner === undefined ? pick(random, failures) : "completed",
    seconds: winner === undefined || chance(random, 0.2) ? null : seconds,
    bridged: pick(random, [winner !== undefined, null]),
  });
};

/** What becomes of a dial, until the carrier says that it is over. */
export const playDial = (stage: Stage, random: Random, dial: DialChoice): void => {
  if (dial.beside !== undefined) playRing(stage, random, dial);
  else if (chance(random, 0.4)) playTalk(stage, random, dial.attempt);
  else playFailure(stage, random, dial.attempt);
};
