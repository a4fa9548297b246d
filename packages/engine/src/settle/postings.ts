import type { LedgerTransfer } from "./settle.ts";

/** A fact booked again after it was taken back bears its generation: `call:…:payout@2`. */
const toFactKey = (key: string): string => key.split("@")[0] ?? key;

const isSameMoney = (a: LedgerTransfer, b: LedgerTransfer): boolean =>
  a.debit === b.debit &&
  a.credit === b.credit &&
  a.amountMicros === b.amountMicros &&
  a.currency === b.currency;

/** What takes a transfer back. */
export const toReversal = (transfer: LedgerTransfer): LedgerTransfer => ({
  ...transfer,
  key: `${transfer.key}:reversal`,
  debit: transfer.credit,
  credit: transfer.debit,
  reversesKey: transfer.key,
});

/** What settlement says of a call, and all that its ledger holds. */
export type PostingInput = { desired: readonly LedgerTransfer[]; booked: readonly LedgerTransfer[] };

/**
 * What to add to an append-only ledger so that it comes to the desired transfers: reversals of booked ones
 * that no longer hold, then new ones. `booked` is everything the ledger holds for the call; adjustments among it
 * follow from no fact and stay as they are.
 * Law: added to `booked`, every ledger account nets to what `desired` says; asked again, nothing is added;
 * no key is ever used twice.
 */
export const toPostings = ({ desired, booked: held }: PostingInput): LedgerTransfer[] => {
  if (desired.length === 0 && held.length === 0) return [];
  const booked = held.filter(({ kind }) => kind !== "adjustment");
  const reversed = new Set(booked.map(({ reversesKey }) => reversesKey));
  const originals = booked.filter(({ reversesKey }) => reversesKey === null);
  const standing = originals.filter(({ key }) => !reversed.has(key));
  const isKept = (transfer: LedgerTransfer): boolean =>
    desired.some((wanted) => wanted.key === toFactKey(transfer.key) && isSameMoney(wanted, transfer));
  const reversals = standing.filter((transfer) => !isKept(transfer)).map(toReversal);
  const missing = desired.filter(
    (wanted) =>
      !standing.some((transfer) => wanted.key === toFactKey(transfer.key) && isSameMoney(wanted, transfer)),
  );
  const additions = missing.map((wanted) => {
    const generation = originals.filter(({ key }) => toFactKey(key) === wanted.key).length + 1;
    return generation === 1 ? wanted : { ...wanted, key: `${wanted.key}@${generation}` };
  });
  return [...reversals, ...additions];
};
