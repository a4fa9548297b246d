/** Who owes us or is owed by us. */
export type Party = { kind: "buyer"; id: number } | { kind: "publisher"; id: string };

/** The ledger account of a party: what a buyer owes is debited, what a publisher is owed is credited. */
export const toPartyAccount = (party: Party): string =>
  party.kind === "buyer" ? `buyer:${party.id}:receivable` : `publisher:${party.id}:payable`;

/** The ledger account on the other side of every party's. */
export const MARGIN = "margin";
