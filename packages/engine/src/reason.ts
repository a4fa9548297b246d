/** Why a row was or was not taken; a row gets the first that applies, in this order. */
export type Reason =
  | "row-disabled"
  | "group-disabled"
  | "target-paused"
  | "buyer-paused"
  | "buyer-out-of-balance"
  | "destination-barred"
  | "agent-unskilled"
  | "agent-unavailable"
  | "closed"
  | "filtered"
  | "duplicate-caller"
  | "already-tried"
  | "reservation-refused"
  | "cap-full"
  | "concurrency-full"
  | "agent-busy"
  | "agent-wrapping-up"
  | "rate-full"
  | "returning-elsewhere"
  | "chosen"
  | "not-reached";

/** The letter under which each reason stands in a stored decision; letters are never given a new meaning. */
export const reasonLetters = {
  "row-disabled": "D",
  "group-disabled": "G",
  "target-paused": "T",
  "buyer-paused": "B",
  "buyer-out-of-balance": "O",
  "destination-barred": "N",
  "agent-unskilled": "K",
  "agent-unavailable": "W",
  closed: "H",
  filtered: "X",
  "duplicate-caller": "U",
  "already-tried": "A",
  "reservation-refused": "R",
  "cap-full": "P",
  "concurrency-full": "F",
  "agent-busy": "Y",
  "agent-wrapping-up": "Z",
  "rate-full": "L",
  "returning-elsewhere": "V",
  chosen: "C",
  "not-reached": "E",
} as const satisfies Record<Reason, string>;

const reasonsByLetter: ReadonlyMap<string, Reason> = new Map(
  (Object.entries(reasonLetters) as [Reason, string][]).map(([reason, letter]) => [letter, reason]),
);

/** The reason a letter stands for; throws on a letter that no version of the engine has written. */
export const reasonOf = (letter: string): Reason => {
  const reason = reasonsByLetter.get(letter);
  if (reason === undefined) throw new Error(`"${letter}" is not a reason of any decision.`);
  return reason;
};
