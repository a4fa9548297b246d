import {
  toDecision,
  type Adjustment,
  type CallAttempt,
  type CallDetail,
  type CallSummary,
  type Decision,
} from "@ccp/contract";
import {
  type AttemptState,
  type CallState,
  type CampaignBook,
  type DecidedFact,
  describeRecall,
  narrateCall,
  summarizeMoney,
  toMicros,
  toTimeline,
} from "@ccp/engine";

export type DetailInput = {
  call: CallSummary;
  state: CallState;
  /** All that were asked for. */
  adjustments: readonly Adjustment[];
  /** Today's names, for what the books do not name. */
  names: { targets: ReadonlyMap<string, string>; buyers: ReadonlyMap<number, string> };
  /** The call's campaign as it stood at a revision of the book; null when that is not kept. */
  findCampaign: (revision: number) => CampaignBook | null;
};

const toIso = (at: number): string => new Date(at).toISOString();

const toIsoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

const toAttempt = (attempt: AttemptState, { names }: DetailInput): CallAttempt => ({
  number: attempt.number,
  kind: attempt.buyerId === null ? "agent" : "target",
  ringSize: attempt.ringSize,
  target: { id: attempt.targetId, name: names.targets.get(attempt.targetId) ?? "" },
  buyer:
    attempt.buyerId === null ? null : { id: attempt.buyerId, name: names.buyers.get(attempt.buyerId) ?? "" },
  destination: attempt.destination,
  outcome: attempt.outcome,
  dialledAt: toIso(attempt.dialledAt),
  connectedAt: toIsoOrNull(attempt.connectedAt),
  connectedSeconds: attempt.connectedSeconds,
  convertedAt: toIsoOrNull(attempt.convertedAt),
});

const toShown = (decided: DecidedFact, { state, findCampaign }: DetailInput): Decision => {
  const event = state.events.find(({ fact }) => fact.kind === "decided" && fact.step === decided.step);
  const campaign = findCampaign(decided.bookRevision);
  return toDecision({ decided, at: event?.at ?? 0, arrived: state.arrived, campaign });
};

/** The money as the row has it, which is that of the ledger, and why. */
const toMoney = ({ call, state, adjustments }: DetailInput): CallDetail["money"] => {
  const { revenueMicros, payoutMicros, sentence, whyNoRevenue, whyNoPayout } = summarizeMoney(state);
  const revenue = toMicros(call.revenueMicros);
  const payout = toMicros(call.payoutMicros);
  return {
    currency: call.currency,
    revenueMicros: call.revenueMicros,
    payoutMicros: call.payoutMicros,
    marginMicros: (revenue - payout).toString(),
    adjustedRevenueMicros: (revenue - toMicros(revenueMicros)).toString(),
    adjustedPayoutMicros: (payout - toMicros(payoutMicros)).toString(),
    why: sentence,
    whyNoRevenue,
    whyNoPayout,
    adjustments: [...adjustments],
  };
};

/** The call's page: its fold in the engine's own words. */
export const toCallDetail = (input: DetailInput): CallDetail => {
  const { call, state, findCampaign } = input;
  const lastDecision = state.decisions.at(-1);
  const campaign = lastDecision === undefined ? null : findCampaign(lastDecision.bookRevision);
  return {
    call,
    sentence: narrateCall(state, campaign),
    remembered: describeRecall(state),
    money: toMoney(input),
    attempts: state.attempts.map((attempt) => toAttempt(attempt, input)),
    timeline: toTimeline(state, campaign).map(({ at, kind, title, detail }) => ({
      at: toIso(at),
      kind,
      text: title,
      detail,
    })),
    decisions: state.decisions.map((decided) => toShown(decided, input)),
    recordings: [...state.recordings, ...state.voicemails].map(
      ({ kind, ref, status, seconds, channels }) => ({
        ref,
        isVoicemail: kind === "voicemail",
        status,
        seconds,
        channels,
      }),
    ),
    events: state.events
      .toSorted((a, b) => a.at - b.at)
      .map(({ key, at, fact }) => ({ key, at: toIso(at), fact: { ...fact } })),
  };
};
