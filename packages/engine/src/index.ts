export * from "./block/blocked-caller.ts";
export { compileBlocks, findBlock, type BlockList } from "./block/find-block.ts";
export { readCaller, type Caller } from "./block/read-caller.ts";
export * from "./book.ts";
export { capEvents, capModes, capPeriods, caps, type Cap, type Caps } from "./cap/cap.ts";
export { listCounters, toCounterExpiry, type Claim, type Counter, type Place } from "./cap/counter.ts";
export { toCapText, type CapNumbers, type CapsUsed } from "./cap/judge-caps.ts";
export { toPeriod, type Period } from "./cap/period.ts";
export { hasClaims, toCountChanges, toCounts } from "./cap/to-counts.ts";
export {
  describeBarred,
  findBarred,
  highRiskPrefixes,
  type Barred,
  type DialPermissions,
} from "./dial/permission.ts";
export { findAreaCode } from "./geo/area-codes.ts";
export { toWhereabouts, type Whereabouts } from "./geo/whereabouts.ts";
export { isAttemptOver, isBridged } from "./call/attempt.ts";
export { ASK_CONNECTED_AFTER_MS, ASK_GRACE_MS, nextDue, type Due } from "./call/due.ts";
export * from "./call/event.ts";
export { emptyCall, foldCall, joinEvents } from "./call/fold.ts";
export { createCallTags, toTags, type CallTags } from "./filter/call-tags.ts";
export { describeCondition, describeFilter, type FilterNames } from "./filter/describe-filter.ts";
export { explainFilter, type FilterFailure } from "./filter/explain-filter.ts";
export {
  callFilter,
  filterBlocksMax,
  filterConditionsMax,
  filterValuesMax,
  type CallFilter,
  type FilterCondition,
  type RowFilter,
} from "./filter/filter.ts";
export { listSeen, type Seen } from "./filter/list-seen.ts";
export { findFailingBlock, type FilterInput } from "./filter/judge-filter.ts";
export { listFilterIds } from "./filter/list-filter-ids.ts";
export { findListed, toListQuestions, type Listed, type ListQuestion } from "./filter/listed.ts";
export { filterOperators, listOperators, wantedBy, type FilterOperator } from "./filter/operator.ts";
export { isTimeTag, tagNames, tags, type TagName, type TagType } from "./filter/tag.ts";
export { compileList, isInList, prepareList, type CompiledList } from "./filter/value-list.ts";
export * from "./call/instruction.ts";
export { isFinalStatus } from "./call/leg.ts";
export { narrateCall } from "./call/narrate.ts";
export { replayDecision, type Replayed } from "./call/replay.ts";
export * from "./call/state.ts";
export * from "./call/step.ts";
export { toTimeline, type TimelineEntry } from "./call/timeline.ts";
export * from "./money.ts";
export * from "./phone.ts";
export { createRandom } from "./random.ts";
export { reasonLetters, reasonOf, type Reason } from "./reason.ts";
export { route, type Routed, type RouteInput, type RowRef } from "./route/route.ts";
export { attestations, attestationSet, toAttestation, type Attestation } from "./screen/attestation.ts";
export { toPostings, type PostingInput } from "./settle/postings.ts";
export { describeHours } from "./schedule/describe-hours.ts";
export { hours, type Hours, type Span } from "./schedule/hours.ts";
export { isOpen } from "./schedule/is-open.ts";
export { judgeHours, LOOK_AHEAD_DAYS, type HoursVerdict } from "./schedule/judge-hours.ts";
export { isTimeZone, timeZone } from "./schedule/time-zone.ts";
export {
  sumAdjustments,
  toAdjustmentReversal,
  toAdjustmentTransfer,
  type Adjusted,
  type Adjustment,
} from "./settle/adjustment.ts";
export type { Conversion } from "./settle/conversion.ts";
export { toPartyAccount, type Party } from "./settle/party.ts";
export { findArrivalPayout, type PayoutDue, type PayoutTerms } from "./settle/payout.ts";
export type { LengthPrice, RevenueTerms } from "./settle/revenue.ts";
export { findConversation, settle, type LedgerTransfer } from "./settle/settle.ts";
export { summarizeMoney, type CallMoney } from "./settle/summary.ts";
export { unpaidReasons, type Unpaid, type UnpaidReason } from "./settle/unpaid.ts";
export { compileAsked, type Asked } from "./strategy/asked.ts";
export { toMarkChanges } from "./strategy/list-marks.ts";
export { comparesRecency, type Mark, type Recency } from "./strategy/recency.ts";
export type { OfferMark } from "./strategy/to-offer.ts";
export { strategies, type Strategy } from "./strategy/strategy.ts";
export { explainDecision, type Candidate, type Explanation } from "./trace.ts";
