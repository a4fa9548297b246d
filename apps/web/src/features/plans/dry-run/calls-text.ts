export const toCallsText = (count: number): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? "call" : "calls"}`;

/** Whose money is a fact and whose an estimate, of so many calls of which so many stayed where they were. */
export const toEarnedText = (kept: number, calls: number): string => {
  if (kept === 0) return "All of it is estimated, to the cent.";
  const keepers = `${toCallsText(kept)} kept what ${kept === 1 ? "it" : "they"} earned`;
  return kept === calls ? `${keepers}.` : `${keepers}; the others are estimated, to the cent.`;
};
