export {
  hasAgents,
  isPresenceMark,
  listAgentMarks,
  toAgentNumbers,
  toAgentStatus,
  toAvailableMark,
  toAwayMark,
  type AgentNumbers,
  type AgentStatus,
  type AgentTerms,
  type Presence,
} from "./agent/agent.ts";
export {
  balanceModes,
  hasBalance,
  type BalanceMode,
  type BalanceNumbers,
  type BalanceRead,
  type Prepaid,
} from "./balance/prepaid.ts";
export { hasCharges, toChargeChanges, toCharges, type Charges } from "./balance/to-charges.ts";
export * from "./block/blocked-caller.ts";
export { compileBlocks, findBlock, type BlockList } from "./block/find-block.ts";
export { readCaller, type Caller } from "./block/read-caller.ts";
export * from "./book.ts";
export {
  capEvents,
  capModes,
  capPeriods,
  caps,
  isStrict,
  payoutCaps,
  toAmount,
  toCapAmount,
  toLimit,
  type CallCap,
  type Cap,
  type CapAmount,
  type CapPeriod,
  type Caps,
  type MoneyCap,
} from "./cap/cap.ts";
export {
  listCounters,
  toCounterExpiry,
  toScope,
  type Claim,
  type Counter,
  type Place,
} from "./cap/counter.ts";
export { toCapText, type CapNumbers, type CapsUsed } from "./cap/judge-caps.ts";
export { capScopes, listCampaignCaps, type CapScope, type OwnedCaps } from "./cap/owner.ts";
export { findPublisherCaps } from "./cap/payout-caps.ts";
export { toPeriod, type Period } from "./cap/period.ts";
export { hasClaims, toCountChanges, toCounts } from "./cap/to-counts.ts";
export { concurrencyGrid, fillGrid, type ConcurrencyGrid } from "./concurrency/concurrency-grid.ts";
export { listSharedLimits, toConcurrencyLimit, type SharedInUse } from "./concurrency/limits.ts";
export { listBegunSince, type Begun } from "./rate/list-begun.ts";
export { rate, rateWindows, toRateKey, toRateWindowMs, type Rate, type RateKey } from "./rate/rate.ts";
export {
  describeBarred,
  findBarred,
  highRiskPrefixes,
  type Barred,
  type DialPermissions,
} from "./dial/permission.ts";
export { assumptions, type Assumption } from "./dry-run/assumption.ts";
export { createDryRun, type DryRun, type DryRunInput } from "./dry-run/dry-run.ts";
export { toPastCall, type Money, type PastCall } from "./dry-run/past-call.ts";
export type { Destined, DryRunResult, Move } from "./dry-run/sum-up.ts";
export { describeRecall } from "./duplicate/describe-repeat.ts";
export {
  asksAtDial,
  asksForCaller,
  toRecall,
  toRememberedNumber,
  type DialStanding,
  type Recall,
  type RememberedCall,
  type RememberedDial,
} from "./duplicate/recall.ts";
export {
  anonymousRules,
  isNoRepeatRules,
  noRepeatRules,
  payoutRepeats,
  protection,
  repeatRules,
  repeatWindow,
  type PayoutRepeats,
  type Protection,
  type RepeatRules,
  type RepeatWindow,
} from "./duplicate/rules.ts";
export { isDuplicate } from "./duplicate/screen-repeat.ts";
export { toRemembered } from "./duplicate/to-remembered.ts";
export { findAreaCode } from "./geo/area-codes.ts";
export { toWhereabouts, type Whereabouts } from "./geo/whereabouts.ts";
export { isAttemptOver, isBridged } from "./call/attempt.ts";
export { ASK_CONNECTED_AFTER_MS, ASK_GRACE_MS, nextDue, type Due } from "./call/due.ts";
export { findDial, listLegs, toLegs, type DialChoice } from "./call/dial-leg.ts";
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
export {
  attestations,
  attestationSet,
  toAttestation,
  toStirVerstat,
  type Attestation,
} from "./screen/attestation.ts";
export { toPostings, type PostingInput } from "./settle/postings.ts";
export { describeHours } from "./schedule/describe-hours.ts";
export { hours, type Hours, type Span } from "./schedule/hours.ts";
export { isOpen } from "./schedule/is-open.ts";
export { judgeHours, LOOK_AHEAD_DAYS, type HoursVerdict } from "./schedule/judge-hours.ts";
export { weekdayNames, weekdays } from "./schedule/civil-date.ts";
export { isTimeZone, timeZone } from "./schedule/time-zone.ts";
export {
  sumAdjustments,
  toAdjustmentReversal,
  toAdjustmentTransfer,
  type Adjusted,
  type Adjustment,
} from "./settle/adjustment.ts";
export type { Conversion } from "./settle/conversion.ts";
export {
  toPaymentReversal,
  toPaymentTransfer,
  type Payment,
  type PaymentTransfer,
} from "./settle/payment.ts";
export { toPartyAccount, type Party } from "./settle/party.ts";
export {
  findRuleMiss,
  listFiltered,
  listPayoutRules,
  toArrivalPayout,
  type PayoutPick,
  type PayoutRule,
  type RuleInput,
  type RuleMiss,
} from "./settle/payout-rule.ts";
export { explainRuleMiss } from "./settle/rule-words.ts";
export type { PayoutDue, PayoutTerms } from "./settle/payout.ts";
export type { LengthPrice, RevenueTerms } from "./settle/revenue.ts";
export { toRevenueMax } from "./settle/revenue-max.ts";
export { findConversation, settle, type LedgerTransfer } from "./settle/settle.ts";
export { summarizeMoney, type CallMoney } from "./settle/summary.ts";
export { unpaidReasons, type Unpaid, type UnpaidReason } from "./settle/unpaid.ts";
export { compileAsked, type Asked } from "./strategy/asked.ts";
export { toMarkChanges } from "./strategy/list-marks.ts";
export { defaultExpectation, type Expectation, type Expected } from "./strategy/expectation.ts";
export { compileTallies, type AskedTallies } from "./strategy/tally.ts";
export { comparesRecency, type Mark, type Recency } from "./strategy/recency.ts";
export type { OfferMark } from "./strategy/to-offer.ts";
export { strategies, type Strategy } from "./strategy/strategy.ts";
export { explainDecision, type Candidate, type Explanation } from "./trace.ts";
export { checkTarget, type RuleCheck, type TargetCheck } from "./trial/check-target.ts";
export { drawCalls, type Draws } from "./trial/draw-calls.ts";
export { listRoom, toCampaignForAll, type FullLimit, type RowRoom } from "./trial/list-room.ts";
export { targetRules, type TargetRule } from "./trial/target-rules.ts";
export { tryAgain, type Trial } from "./trial/trial.ts";
