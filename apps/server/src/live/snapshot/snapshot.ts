import type { AccountBook, BlockedCaller } from "@ccp/engine";

/** A carrier account as the live path needs it. The first token is used for asking the carrier. */
export type CarrierAccountEntry = {
  id: number;
  carrier: "simulator" | "twilio";
  accountRef: string;
  authTokens: readonly string[];
  /** The one that was replaced, still believed until then (epoch ms): a carrier signs with it until it makes the new one its first. */
  formerToken?: { token: string; until: number };
};

/** An account's blocked callers. Lists of one content have one digest. */
export type BlockedList = { digest: string; entries: readonly BlockedCaller[] };

/** A value list that filters of the book ask for. Lists of one content have one digest. */
export type BookList = { id: string; digest: string; values: readonly string[] };

/** One account's routing book with the secrets that verify its webhooks, the callers that it does not take, and its value lists. */
export type SnapshotEntry = {
  book: AccountBook;
  carrierAccounts: readonly CarrierAccountEntry[];
  /** No part of the book, which is kept as long as a call refers to it. Absent where nobody is blocked. */
  blocked?: BlockedList;
  /** No part of the book either: a decision keeps what it found in them. Absent where no filter asks for one. */
  lists?: readonly BookList[];
};

/** `confirmed`: somebody said yes to losing more than 30 % of the account's numbers or targets. */
export type InstallOptions = { confirmed: boolean };

/** What the live path reads of the configuration: in memory, backed by sealed files, swapped whole per account. */
export type Snapshot = {
  find(accountId: string): SnapshotEntry | undefined;
  findByCarrierRef(
    carrier: CarrierAccountEntry["carrier"],
    accountRef: string,
  ): { entry: SnapshotEntry; carrierAccount: CarrierAccountEntry } | undefined;
  all(): Iterable<SnapshotEntry>;
  /**
   * Replaces the account's entry on disk and then in memory; an entry of an older revision is ignored.
   * Rejects with SnapshotRefusedError when the entry drops more than 30 % of the account's numbers or targets (of at
   * least ten) and is not confirmed, or when another account has one of its carrier accounts.
   */
  install(entry: SnapshotEntry, options?: InstallOptions): Promise<void>;
  remove(accountId: string): Promise<void>;
};
