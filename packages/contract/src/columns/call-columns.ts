import { attestationWords } from "#attestation-text.ts";
import type { UnpaidReason } from "#call-filters.ts";
import type { CallSummary } from "#call.ts";
import { toCallerTime, toStateText } from "#place-text.ts";
import type { Cell, CellNoun, Column } from "./column.ts";

type Call = CallSummary;

/** A call in one word, as its badge and the file show it. */
export type CallResult =
  | "converted"
  | "connected"
  | "busy"
  | "no-answer"
  | "failed"
  | "no-target"
  | "blocked"
  | "voicemail"
  | "abandoned"
  | "refused"
  | "ringing"
  | "in-progress";

type Standing = Pick<
  Call,
  "status" | "outcome" | "converted" | "lastAttemptOutcome" | "isBlocked" | "hasVoicemail"
>;

const toMissed = ({ lastAttemptOutcome, isBlocked, hasVoicemail }: Standing): CallResult => {
  if (isBlocked) return "blocked";
  if (hasVoicemail) return "voicemail";
  if (lastAttemptOutcome === null) return "no-target";
  return lastAttemptOutcome === "busy" || lastAttemptOutcome === "no-answer" ? lastAttemptOutcome : "failed";
};

export const toCallResult = (call: Standing): CallResult => {
  if (call.status !== "ended") return call.status;
  if (call.converted) return "converted";
  return call.outcome === null || call.outcome === "not-connected" ? toMissed(call) : call.outcome;
};

/** Why nothing is booked, in a few words. */
export const unpaidTexts: Record<UnpaidReason, string> = {
  "not-connected": "Not connected",
  abandoned: "Caller hung up",
  blocked: "Blocked",
  refused: "Refused",
  "too-short": "Too short",
  "not-reported": "No conversion reported",
  "already-converted": "The caller's earlier conversion counts",
  "already-paid": "Paid for the caller before",
  "own-agent": "Taken by an agent",
  "not-converted": "Not converted",
  "no-publisher": "No publisher",
  "payout-capped": "Payout cap reached",
  "no-payout-rule": "No payout rule",
  "no-price": "Price is zero",
  "still-talking": "Still talking",
  "still-ringing": "Still ringing",
  "awaiting-carrier": "Carrier has not said how long",
  "awaiting-length": "Converted, booked at its end",
};

const toUnpaid = (reason: UnpaidReason | null): Cell => ({
  kind: "text",
  text: reason === null ? null : unpaidTexts[reason],
});

const toNoun = (noun: CellNoun, ref: { id: string | number; name: string } | null): Cell =>
  ref === null ? { kind: "none" } : { kind: "noun", noun, ...ref };

const toSeconds = (from: string, until: string | null): number | null =>
  until === null ? null : Math.max(0, Math.round((Date.parse(until) - Date.parse(from)) / 1000));

const toMargin = ({ revenueMicros, payoutMicros }: Call): string =>
  (BigInt(revenueMicros) - BigInt(payoutMicros)).toString();

type ColumnOf = Omit<Column<Call>, "group" | "isNumeric" | "isDefault">;

const shown = { isDefault: true, isNumeric: false } as const;
const hidden = { isDefault: false, isNumeric: false } as const;
const figure = { isDefault: true, isNumeric: true } as const;
const hiddenFigure = { isDefault: false, isNumeric: true } as const;

const inGroup = (
  group: string,
  columns: readonly (ColumnOf & Pick<Column<Call>, "isDefault" | "isNumeric">)[],
): readonly Column<Call>[] => columns.map((column) => ({ ...column, group }));

const toMoney = (micros: string, { currency }: Call): Cell => ({ kind: "money", micros, currency });

const callGroup = inGroup("Call", [
  {
    ...shown,
    id: "time",
    header: "Time",
    sort: "arrivedAt",
    toCell: (call) => ({ kind: "time", at: call.arrivedAt }),
  },
  { ...hidden, id: "endedAt", header: "Ended", toCell: (call) => ({ kind: "time", at: call.endedAt }) },
  {
    ...shown,
    id: "outcome",
    header: "Outcome",
    toCell: (call) => ({ kind: "status", status: toCallResult(call) }),
  },
  { ...hidden, id: "step", header: "Step", toCell: (call) => ({ kind: "status", status: call.step }) },
  {
    ...hidden,
    id: "endedBy",
    header: "Ended by",
    toCell: (call) => ({ kind: "status", status: call.endedBy }),
  },
  {
    ...shown,
    id: "recording",
    header: "Recording",
    toCell: (call) => ({ kind: "flag", isSet: call.hasRecording }),
  },
  {
    ...hidden,
    id: "voicemail",
    header: "Voicemail",
    toCell: (call) => ({ kind: "flag", isSet: call.hasVoicemail }),
  },
  { ...hidden, id: "id", header: "Call id", toCell: ({ id }) => ({ kind: "id", id }) },
]);

const whoGroup = inGroup("Who", [
  { ...shown, id: "campaign", header: "Campaign", toCell: ({ campaign }) => toNoun("campaign", campaign) },
  {
    ...shown,
    id: "publisher",
    header: "Publisher",
    toCell: ({ publisher }) => toNoun("publisher", publisher),
  },
  { ...shown, id: "caller", header: "Caller", toCell: ({ caller }) => ({ kind: "phone", number: caller }) },
  {
    ...hidden,
    id: "state",
    header: "State",
    toCell: ({ place }) => ({ kind: "text", text: toStateText(place) }),
  },
  {
    ...hidden,
    id: "callerTime",
    header: "Caller's time",
    toCell: ({ place, arrivedAt }) => ({ kind: "text", text: toCallerTime(place, arrivedAt) }),
  },
  {
    ...hidden,
    id: "callerTimeZone",
    header: "Caller's likely zone",
    toCell: ({ place }) => ({ kind: "text", text: place.timeZone }),
  },
  {
    ...hidden,
    id: "attestation",
    header: "Attestation",
    toCell: ({ attestation }) => ({ kind: "text", text: attestationWords[attestation].label }),
  },
  {
    ...hidden,
    id: "isDuplicate",
    header: "Repeat",
    toCell: ({ isDuplicate }) => ({ kind: "flag", isSet: isDuplicate }),
  },
  { ...hidden, id: "city", header: "City", toCell: ({ place }) => ({ kind: "text", text: place.city }) },
  {
    ...shown,
    id: "dialled",
    header: "Number",
    toCell: ({ dialled }) => ({ kind: "phone", number: dialled }),
  },
  { ...hidden, id: "number", header: "Number's label", toCell: ({ number }) => toNoun("number", number) },
  {
    ...shown,
    id: "target",
    header: "Target",
    toCell: ({ target, agent }) => (agent === null ? toNoun("target", target) : toNoun("agent", agent)),
  },
  { ...shown, id: "buyer", header: "Buyer", toCell: ({ buyer }) => toNoun("buyer", buyer) },
]);

const durationGroup = inGroup("Durations", [
  {
    ...figure,
    id: "duration",
    header: "Duration",
    toCell: ({ arrivedAt, endedAt }) => ({ kind: "duration", seconds: toSeconds(arrivedAt, endedAt) }),
  },
  {
    ...figure,
    id: "connected",
    header: "Connected",
    sort: "connectedSeconds",
    toCell: ({ connectedSeconds }) => ({ kind: "duration", seconds: connectedSeconds }),
  },
  {
    ...hiddenFigure,
    id: "timeToConnect",
    header: "Time to connect",
    toCell: ({ arrivedAt, connectedAt }) => ({
      kind: "duration",
      seconds: toSeconds(arrivedAt, connectedAt),
    }),
  },
]);

const attemptGroup = inGroup("Attempts", [
  {
    ...hiddenFigure,
    id: "attempts",
    header: "Attempts",
    toCell: ({ attempts }) => ({ kind: "count", value: attempts }),
  },
  {
    ...hidden,
    id: "firstAttempt",
    header: "First attempt",
    toCell: ({ firstAttemptOutcome }) => ({ kind: "status", status: firstAttemptOutcome }),
  },
  {
    ...hidden,
    id: "lastAttempt",
    header: "Last attempt",
    toCell: ({ lastAttemptOutcome }) => ({ kind: "status", status: lastAttemptOutcome }),
  },
]);

const moneyGroup = inGroup("Money", [
  {
    ...figure,
    id: "revenue",
    header: "Revenue",
    sort: "revenueMicros",
    toCell: (call) => toMoney(call.revenueMicros, call),
  },
  {
    ...figure,
    id: "payout",
    header: "Payout",
    sort: "payoutMicros",
    toCell: (call) => toMoney(call.payoutMicros, call),
  },
  { ...figure, id: "margin", header: "Margin", toCell: (call) => toMoney(toMargin(call), call) },
  {
    ...hidden,
    id: "converted",
    header: "Converted",
    toCell: ({ converted }) => ({ kind: "flag", isSet: converted }),
  },
  {
    ...hidden,
    id: "noRevenue",
    header: "Why no revenue",
    toCell: ({ noRevenueReason }) => toUnpaid(noRevenueReason),
  },
  {
    ...hidden,
    id: "noPayout",
    header: "Why no payout",
    toCell: ({ noPayoutReason }) => toUnpaid(noPayoutReason),
  },
]);

/** The call log's columns, in their usual order. */
export const callColumns: readonly Column<Call>[] = [
  ...callGroup,
  ...whoGroup,
  ...durationGroup,
  ...attemptGroup,
  ...moneyGroup,
];
