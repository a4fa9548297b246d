import type { CallFact, CallState, LegFact } from "@ccp/engine";
import { isFinalStatus } from "@ccp/engine";
import type { CarrierClient, CarrierLegRecord, CarrierRecordingRecord } from "#carriers/carrier.ts";

/** What the carrier's own records say of a call. */
export type CarrierWord =
  | { kind: "known"; facts: CallFact[] }
  | { kind: "unknown-call" }
  | { kind: "unreachable"; error: unknown };

const toLegFact = (record: CarrierLegRecord, attempt: number | null): LegFact => ({
  kind: "leg",
  ref: record.ref,
  parentRef: record.parentRef,
  attempt,
  status: record.status,
  seconds: record.seconds,
  sequence: null,
  // Until a leg is over its record tells when it began, but not when it was answered.
  carrierAt: isFinalStatus(record.status) ? record.endedAt : null,
  sipCode: null,
  source: "record",
});

const toRecordingFact = ({ isVoicemail, ...record }: CarrierRecordingRecord): CallFact => ({
  kind: isVoicemail ? "voicemail" : "recording",
  ...record,
});

const noVoicemail: CallFact = {
  kind: "voicemail",
  ref: "none",
  status: "absent",
  url: null,
  seconds: null,
  channels: null,
};

/** Of a caller who says nothing after the beep the carrier tells nothing, and keeps nothing. */
const listNoVoicemail = (
  { decisions }: CallState,
  isOver: boolean,
  recordings: readonly CarrierRecordingRecord[],
): CallFact[] => {
  const isAsked = decisions.at(-1)?.choice.kind === "voicemail";
  return isAsked && isOver && !recordings.some(({ isVoicemail }) => isVoicemail) ? [noVoicemail] : [];
};

/** A final word is kept once: said without its seconds it would shut out the same word with them. */
const lacksSeconds = ({ status, seconds }: CarrierLegRecord | CarrierRecordingRecord): boolean =>
  status === "completed" && seconds === null;

/** SIP addresses come back without their scheme, and with parameters or without. */
const toComparable = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^sips?:/, "")
    .replace(/[;?].*$/, "");

/**
 * Which dial attempt each child leg belongs to: the one that names it, else the next one in order that dialled the
 * same destination; null where no attempt fits.
 */
export const matchChildren = (
  state: CallState,
  children: readonly CarrierLegRecord[],
): { record: CarrierLegRecord; attempt: number | null }[] => {
  const named = new Map<string, number>();
  for (const { number, leg, dialEnded } of state.attempts) {
    if (leg !== null) named.set(leg.ref, number);
    if (dialEnded !== null && dialEnded.childRef !== null) named.set(dialEnded.childRef, number);
  }
  const taken = new Set(named.values());
  const byStart = children.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0));
  return byStart.map((record) => {
    const known = named.get(record.ref);
    if (known !== undefined) return { record, attempt: known };
    const free = state.attempts.find(
      ({ number, destination }) =>
        !taken.has(number) && toComparable(destination.address) === toComparable(record.to),
    );
    if (free !== undefined) taken.add(free.number);
    return { record, attempt: free?.number ?? null };
  });
};

/** Asks the carrier what became of a call and its legs and recordings. Never rejects. */
export const askCarrier = async (
  openClient: () => CarrierClient,
  state: CallState,
  callRef: string,
): Promise<CarrierWord> => {
  try {
    const client = openClient();
    const call = await client.findCall(callRef);
    if (call === undefined) return { kind: "unknown-call" };
    const [children, recordings] = await Promise.all([
      client.listChildCalls(callRef),
      client.listRecordings(callRef),
    ]);
    const told = children.filter((record) => !lacksSeconds(record));
    // The call's own end waits for its legs': after it, a leg that was not told of counts as never dialled.
    const isCallTold = !isFinalStatus(call.status) || told.length === children.length;
    const facts = [
      ...matchChildren(state, children)
        .filter(({ record }) => told.includes(record))
        .map(({ record, attempt }) => toLegFact(record, attempt)),
      ...(isCallTold ? [toLegFact(call, null)] : []),
      ...recordings.filter((recording) => !lacksSeconds(recording)).map(toRecordingFact),
      ...listNoVoicemail(state, isFinalStatus(call.status), recordings),
    ];
    return { kind: "known", facts };
  } catch (error) {
    return { kind: "unreachable", error };
  }
};
