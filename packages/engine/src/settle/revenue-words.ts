import { toDurationText } from "#call/words.ts";
import { toMicros, toMoneyText } from "#money.ts";
import { findTier, priceLength, toBilledSeconds, type LengthPrice } from "./revenue.ts";

const toRateText = (price: Extract<LengthPrice, { kind: "per-minute" }>, currency: string): string =>
  `${toMoneyText(toMicros(price.microsPerMinute), currency)} a minute`;

const toStepText = (seconds: number): string => (seconds === 1 ? "1 second" : `${seconds} seconds`);

/** How the final length makes the amount, as a sentence; the conversation is long enough to be paid for. */
export const explainLength = (price: LengthPrice, currency: string, connectedSeconds: number): string => {
  const amount = toMoneyText(priceLength(price, connectedSeconds), currency);
  const lasted = `Connected for ${toDurationText(connectedSeconds)}`;
  if (price.kind === "tiers") {
    const from = findTier(price.tiers, connectedSeconds)?.fromSeconds ?? 0;
    return `${lasted}; the tier from ${from} s, ${amount} is owed.`;
  }
  const billed = toBilledSeconds(price, connectedSeconds);
  const minimum = billed > BigInt(connectedSeconds) && billed === BigInt(price.minimumSeconds);
  const steps = `in steps of ${toStepText(price.incrementSeconds)}`;
  const atLeast = minimum ? `, at least ${price.minimumSeconds} s` : "";
  return `${lasted}; ${toRateText(price, currency)} ${steps}${atLeast}: ${billed} s billed, ${amount} is owed.`;
};

/** That the call has converted, and what the amount waits for, as a sentence. */
export const explainWait = (price: LengthPrice, currency: string, isTalking: boolean): string => {
  const amount =
    price.kind === "per-minute" ? toRateText(price, currency) : "the amount of the tier that is reached";
  return isTalking
    ? `Converted; ${amount} is booked when the call has ended.`
    : `Converted; ${amount} is booked when the carrier has said how long the conversation lasted.`;
};
