/** What of a caller an entry is held against: the whole number, how it begins, or that it was withheld. */
export type BlockKind = "number" | "prefix" | "anonymous";

/** One entry of an account's list of blocked callers. */
export type BlockedCaller = {
  id: number;
  /** Null: for every campaign of the account. */
  campaignId: string | null;
  kind: BlockKind;
  /** Digits of E.164 without the plus sign; empty for `anonymous`. */
  value: string;
  reason: string;
  /** Epoch ms from which the entry blocks nobody; null for never. */
  expiresAt: number | null;
};

/** The entry that blocks a caller, as a decision keeps it: replay and explanation need no list. */
export type Block = {
  entryId: number;
  kind: BlockKind;
  value: string;
  scope: "campaign" | "account";
  reason: string;
};
