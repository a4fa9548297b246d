import { isBridged, toAttemptState, type AttemptEvidence } from "./attempt.ts";
import { findDial, toLegs, type DialChoice } from "./dial-leg.ts";
import type {
  ArrivedFact,
  CallEvent,
  CallFact,
  ConvertedFact,
  DecidedFact,
  DialEndedFact,
  EndReason,
  RecordingFact,
  ReportedConversionFact,
  VoicemailFact,
} from "./event.ts";
import { toRingStates } from "./ring.ts";
import { isFinalStatus, toLegState, type LegEvent } from "./leg.ts";
import type { AttemptState, CallOutcome, CallState, LegState } from "./state.ts";

type Told<Fact extends CallFact> = { at: number; fact: Fact };

type Sorted = {
  arrived: Told<ArrivedFact> | null;
  decided: Told<DecidedFact>[];
  legs: LegEvent[];
  dialEnded: Told<DialEndedFact>[];
  converted: Told<ConvertedFact>[];
  recordings: RecordingFact[];
  voicemails: VoicemailFact[];
  reported: Told<ReportedConversionFact>[];
};

const tells = <Kind extends CallFact["kind"]>(
  event: CallEvent,
  kind: Kind,
): event is CallEvent & { fact: Extract<CallFact, { kind: Kind }> } => event.fact.kind === kind;

const sortFacts = (events: readonly CallEvent[]): Sorted => {
  const sorted: Sorted = {
    arrived: null,
    decided: [],
    legs: [],
    dialEnded: [],
    converted: [],
    recordings: [],
    voicemails: [],
    reported: [],
  };
  for (const event of events) {
    if (tells(event, "arrived")) sorted.arrived = event;
    else if (tells(event, "decided")) sorted.decided.push(event);
    else if (tells(event, "leg")) sorted.legs.push(event);
    else if (tells(event, "dial-ended")) sorted.dialEnded.push(event);
    else if (tells(event, "converted")) sorted.converted.push(event);
    else if (tells(event, "recording")) sorted.recordings.push(event.fact);
    else if (tells(event, "voicemail")) sorted.voicemails.push(event.fact);
    else if (tells(event, "reported-conversion")) sorted.reported.push(event);
  }
  if (sorted.decided.length > 1) sorted.decided.sort((a, b) => a.fact.step - b.fact.step);
  return sorted;
};

const findOf = <Fact extends DialEndedFact | ConvertedFact>(told: readonly Told<Fact>[], attempt: number) =>
  told.find(({ fact }) => fact.attempt === attempt);

const legTime = ({ at, fact }: LegEvent): number => fact.carrierAt ?? at;

const isLater = (a: LegEvent, b: LegEvent): boolean =>
  legTime(a) > legTime(b) || (legTime(a) === legTime(b) && a.fact.ref > b.fact.ref);

/** A child leg that only the carrier's records know is the open attempt's: attempts follow one another. */
const findUnclaimedRef = (legs: readonly LegEvent[], claimed: ReadonlyMap<string, number>): string | null => {
  const unclaimed = legs.filter(({ fact }) => fact.parentRef !== null && !claimed.has(fact.ref));
  const [first, ...rest] = unclaimed;
  if (first === undefined) return null;
  return rest.reduce((held, leg) => (isLater(leg, held) ? leg : held), first).fact.ref;
};

/** The attempt of the last dial, where no fact names its leg; undefined where several rang at once. */
const findUntoldAttempt = (
  decisions: readonly DecidedFact[],
  dialEnded: readonly Told<DialEndedFact>[],
  claimed: ReadonlyMap<string, number>,
): number | undefined => {
  const last = decisions.findLast(({ choice }) => choice.kind === "dial")?.choice;
  if (last?.kind !== "dial" || last.beside !== undefined) return undefined;
  const { attempt } = last;
  return findOf(dialEnded, attempt) !== undefined || [...claimed.values()].includes(attempt)
    ? undefined
    : attempt;
};

/** Which attempt each child leg belongs to, by whatever fact says so. */
const claimRefs = ({ legs, dialEnded, decided }: Sorted): ReadonlyMap<string, number> => {
  const claimed = new Map<string, number>();
  for (const { fact } of legs) if (fact.attempt !== null) claimed.set(fact.ref, fact.attempt);
  const decisions = decided.map(({ fact }) => fact);
  for (const { fact } of dialEnded) {
    // Of several that rang at once, the carrier names one by a ref that only the legs' own facts can tell.
    const isAlone = findDial(decisions, fact.attempt)?.beside === undefined;
    if (fact.childRef !== null && isAlone) claimed.set(fact.childRef, fact.attempt);
  }
  const untold = findUntoldAttempt(decisions, dialEnded, claimed);
  if (untold === undefined) return claimed;
  const ref = findUnclaimedRef(legs, claimed);
  return ref === null ? claimed : claimed.set(ref, untold);
};

const isDialled = (told: Told<DecidedFact>): told is Told<DecidedFact & { choice: DialChoice }> =>
  told.fact.choice.kind === "dial";

const none: ReadonlyMap<string, number> = new Map();

const toAttempts = (sorted: Sorted, callerEnd: LegState | null): AttemptState[] => {
  const claimed = sorted.legs.length + sorted.dialEnded.length === 0 ? none : claimRefs(sorted);
  const dialled = sorted.decided.every(isDialled) ? sorted.decided : sorted.decided.filter(isDialled);
  return dialled.flatMap(({ at, fact: { choice } }) => {
    const ended = findOf(sorted.dialEnded, choice.attempt) ?? null;
    const legs = toLegs(choice).map((leg): AttemptEvidence => ({
      choice: leg,
      ringSize: 1 + (choice.beside?.length ?? 0),
      dialledAt: at,
      leg: toLegState(sorted.legs.filter(({ fact }) => claimed.get(fact.ref) === leg.attempt)),
      dialEnded: null,
      dialEndedAt: null,
      convertedAt: findOf(sorted.converted, leg.attempt)?.at ?? null,
      callerEnd,
    }));
    if (choice.beside !== undefined) return toRingStates(legs, ended);
    return legs.map((leg) =>
      toAttemptState({ ...leg, dialEnded: ended?.fact ?? null, dialEndedAt: ended?.at ?? null }),
    );
  });
};

const recordingRanks = { "in-progress": 0, absent: 1, failed: 2, completed: 3 } as const;

/** Each recording once, at the furthest it got. */
const toRecordings = <Fact extends RecordingFact | VoicemailFact>(
  facts: readonly Fact[],
): readonly Fact[] => {
  if (facts.length === 0) return facts;
  const byRef = new Map<string, Fact>();
  for (const fact of facts) {
    const held = byRef.get(fact.ref);
    if (held === undefined || recordingRanks[fact.status] > recordingRanks[held.status]) {
      byRef.set(fact.ref, fact);
    }
  }
  return [...byRef.values()];
};

/** Of reports of the same moment, the one whose key comes last. */
const findReported = ({ reported }: Sorted): ReportedConversionFact | null => {
  let latest: Told<ReportedConversionFact> | null = null;
  for (const told of reported) if (latest === null || told.at >= latest.at) latest = told;
  return latest?.fact ?? null;
};

/** Calls that were kept from every target for how they came. */
const refusals: readonly EndReason[] = ["attestation-refused", "called-too-soon", "caller-anonymous"];

const toOutcome = (sorted: Sorted, attempts: readonly AttemptState[]): CallOutcome => {
  if (attempts.some(isBridged)) return "connected";
  if (sorted.arrived !== null && sorted.arrived.fact.campaignId === null) return "refused";
  const last = sorted.decided.at(-1)?.fact.choice;
  if (last?.kind === "apologise" && refusals.includes(last.reason)) return "refused";
  // Whoever stays on the line through every dial hears the apology or is asked for a message; else they left first.
  return last?.kind === "apologise" || last?.kind === "voicemail" ? "not-connected" : "abandoned";
};

/** The caller's own leg, once it is over. */
const findCallerEnd = (caller: LegState | null): LegState | null =>
  caller !== null && isFinalStatus(caller.status) ? caller : null;

const findLastFactAt = (events: readonly CallEvent[]): number | null => {
  let last: number | null = null;
  for (const { at } of events) if (last === null || at > last) last = at;
  return last;
};

/** Everything a call's events amount to; the events come once by key and ascending. */
export const toCallState = (callId: string, accountId: string, events: readonly CallEvent[]): CallState => {
  const sorted = sortFacts(events);
  const caller = toLegState(
    sorted.legs.filter(({ fact }) => fact.attempt === null && fact.parentRef === null),
  );
  const callerEnd = findCallerEnd(caller);
  const attempts = toAttempts(sorted, callerEnd);
  const isOpen = attempts.some(isBridged) ? "in-progress" : "ringing";
  return {
    callId,
    accountId,
    events,
    lastFactAt: findLastFactAt(events),
    arrivedAt: sorted.arrived?.at ?? null,
    arrived: sorted.arrived?.fact ?? null,
    caller,
    decisions: sorted.decided.map(({ fact }) => fact),
    attempts,
    recordings: toRecordings(sorted.recordings),
    voicemails: toRecordings(sorted.voicemails),
    reported: findReported(sorted),
    status: callerEnd === null ? isOpen : "ended",
    outcome: callerEnd === null ? null : toOutcome(sorted, attempts),
    endedAt: callerEnd?.endedAt ?? null,
  };
};
