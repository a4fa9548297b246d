import type { PlanRow } from "#book.ts";
import { toDaysText, toSpanText } from "#strategy/span-text.ts";
import { findProtecting, type DialStanding, type Recall } from "./recall.ts";

const standingWords: Readonly<Record<DialStanding, string>> = {
  ringing: "had been dialled for the caller",
  talking: "had been connected with the caller",
  connected: "had been connected with the caller",
  converted: "had converted the caller",
};

/** Why a row does not take a caller again, to follow its target's name. `at` is the decision's, in epoch ms. */
export const describeProtected = (row: PlanRow, recall: Recall | undefined, at: number): string => {
  const found = findProtecting(row, recall, at);
  if (found === undefined) return "did not take the caller again";
  const { dial, owner, rule } = found;
  const who = owner === "target" ? "it" : `its buyer, ${row.buyerName},`;
  const window = rule.window.kind === "ever" ? "ever" : `within ${toDaysText(rule.window.days)}`;
  const ago = toSpanText(at - dial.at);
  return `did not take the caller again: ${who} ${standingWords[dial.standing]} ${ago} before, and takes nobody again ${window}`;
};
