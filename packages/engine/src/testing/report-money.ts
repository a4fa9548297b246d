import type { CallState } from "#call/state.ts";
import { summarizeMoney } from "#settle/summary.ts";

/** The money of a call as scenarios tell it. */
export const reportMoney = (state: CallState) => {
  const { whyNoRevenue, whyNoPayout, ...money } = summarizeMoney(state);
  return {
    revenue: money.revenueMicros,
    payout: money.payoutMicros,
    whyNoRevenue: whyNoRevenue?.reason ?? null,
    whyNoPayout: whyNoPayout?.reason ?? null,
    whyNoPayoutInWords: whyNoPayout?.sentence ?? null,
    whyNoRevenueInWords: whyNoRevenue?.sentence ?? null,
    why: money.sentence,
    converted: money.converted,
  };
};
