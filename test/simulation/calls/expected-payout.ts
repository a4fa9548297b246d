import type { Payout } from "@ccp/contract";

/** The conversation of a call, as it really went, and what it earned. */
type Talk = { seconds: number; converted: boolean; revenueMicros: bigint };

/** Whether the conversation has earned the publisher its payout. */
export const isPayoutDue = ({ due }: Payout, { seconds, converted }: Talk): boolean => {
  switch (due.kind) {
    case "connected":
      return true;
    case "converted":
      return converted;
    case "length":
      return seconds >= due.seconds;
    case "incoming":
      throw new Error("No plan pays for calls that only come in.");
  }
};

/** What the publisher is owed for a conversation that has earned it, by the plan's terms, in micros. */
export const toExpectedPayout = (payout: Payout, { revenueMicros }: Talk): bigint => {
  if (payout.kind === "fixed") return BigInt(payout.micros);
  const parts = revenueMicros * BigInt(payout.basisPoints);
  const owed = (parts - (parts % 10_000n)) / 10_000n;
  const [min, max] = [BigInt(payout.minMicros ?? 0), BigInt(payout.maxMicros ?? 10n ** 18n)];
  if (owed < min) return min;
  return owed > max ? max : owed;
};
