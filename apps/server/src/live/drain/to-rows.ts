import { createHash } from "node:crypto";
import {
  type Adjusted,
  type ArrivedFact,
  type CallState,
  findConversation,
  isAttemptOver,
  isBridged,
  listLegs,
  type LedgerTransfer,
  type PaymentTransfer,
  summarizeMoney,
  toMicros,
} from "@ccp/engine";
import { toUuid } from "#live/call-id.ts";

/**
 * The call of its list and its filters. Buyer and target are those of its conversation, else the last dialled. The money
 * is that of the ledger, adjustments included.
 */
export const toCallRow = (state: CallState, arrived: ArrivedFact, adjusted: Adjusted) => {
  const money = summarizeMoney(state);
  const attempt = findConversation(state) ?? state.attempts.at(-1);
  return {
    id: state.callId,
    carrier_call_ref: arrived.carrierCallRef,
    campaign_id: arrived.campaignId,
    number_id: arrived.numberId,
    publisher_id: arrived.publisherId,
    buyer_id: attempt?.buyerId ?? null,
    target_id: attempt?.targetId ?? null,
    caller: arrived.from,
    dialled: arrived.to,
    status: state.status,
    outcome: state.outcome,
    attempts: state.attempts.length,
    arrived_at: state.arrivedAt,
    ended_at: state.endedAt,
    connected_seconds: attempt !== undefined && isBridged(attempt) ? attempt.connectedSeconds : null,
    converted: money.converted,
    is_duplicate: arrived.isDuplicate === true,
    currency: arrived.currency,
    revenue_micros: (toMicros(money.revenueMicros) + adjusted.revenueMicros).toString(),
    payout_micros: (toMicros(money.payoutMicros) + adjusted.payoutMicros).toString(),
    no_revenue_reason: money.whyNoRevenue?.reason ?? null,
    no_payout_reason: money.whyNoPayout?.reason ?? null,
  };
};

type AgentCallRow = {
  call_id: string;
  attempt: number;
  agent_id: string;
  outcome: string;
  dialled_at: number;
  connected_at: number | null;
  ended_at: number | null;
  connected_seconds: number | null;
  wrap_up_seconds: number | null;
};

/** When an attempt was over, as near as its facts say. */
const toEndedAt = ({ events, lastFactAt }: CallState, attempt: number): number | null =>
  events.find(({ key }) => key === `dial-ended:${attempt}`)?.at ?? lastFactAt;

/** The dials of the call that rang at agents. */
export const toAgentCallRows = (state: CallState): AgentCallRow[] =>
  state.attempts.flatMap((attempt) => {
    if (attempt.buyerId !== null) return [];
    const isTalk = isBridged(attempt);
    const told = listLegs(state.decisions).find(({ leg }) => leg.attempt === attempt.number);
    if (told === undefined) return [];
    const { leg, dial } = told;
    return [
      {
        call_id: state.callId,
        attempt: attempt.number,
        agent_id: attempt.targetId,
        outcome: attempt.outcome,
        dialled_at: attempt.dialledAt,
        connected_at: attempt.connectedAt,
        // Who rang beside others was let go with the dial of them all.
        ended_at: isAttemptOver(attempt) ? toEndedAt(state, dial.attempt) : null,
        connected_seconds: isTalk ? attempt.connectedSeconds : null,
        wrap_up_seconds: isTalk ? (leg.wrapUpSeconds ?? 0) : null,
      },
    ];
  });

/** The same key always has the same id, as UUIDv5 has it; the key already names the fact. */
const toTxnId = (key: string): string => {
  const bytes = createHash("sha1").update("ledger:").update(key).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return toUuid(bytes.toString("hex"));
};

/** A transfer's row; the money counts from `effectiveAt` on. */
export const toLedgerRow = (transfer: LedgerTransfer | PaymentTransfer, effectiveAt: number | null) => ({
  txn_id: toTxnId(transfer.key),
  idempotency_key: transfer.key,
  kind: transfer.kind,
  call_id: transfer.callId,
  debit: transfer.debit,
  credit: transfer.credit,
  amount_micros: transfer.amountMicros.toString(),
  currency: transfer.currency,
  reverses_key: transfer.reversesKey,
  effective_at: effectiveAt,
});

/** A call's transfer. Its money counts from the call's arrival, its taking back from the fact that took it back. */
export const toTransferRow = (transfer: LedgerTransfer, state: CallState) =>
  toLedgerRow(transfer, transfer.reversesKey === null ? state.arrivedAt : state.lastFactAt);
