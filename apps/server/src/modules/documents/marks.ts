import { type Party, toPartyAccount } from "@ccp/engine";
import { and, eq, gt, gte, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { ledgerTransfers } from "#db/schema/calls.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/**
 * What a document holds, by marks in the ledger: the party's transfers that count before `periodUntil` and were recorded
 * up to `transferId`, but for those that the opening balance has: before `openingUntil`, up to `openingTransferId`.
 * The ledger is only ever added to, and ids grow in the order of commits, so this never changes.
 */
export type Marks = {
  party: Party;
  currency: string;
  periodStart: Date;
  periodUntil: Date;
  openingUntil: Date;
  openingTransferId: number;
  transferId: number;
};

const { debit, credit, effectiveAt, id, amountMicros, reversesKey, kind } = ledgerTransfers;

/** Transfers of a party, in one currency. Its account is no margin, which is the condition of the indexes by party. */
export const isOfParty = (
  tx: AccountTransaction,
  { party, currency }: Pick<Marks, "party" | "currency">,
): SQL | undefined => {
  const account = toPartyAccount(party);
  return and(
    eq(ledgerTransfers.accountId, tx.accountId),
    or(and(eq(debit, account), ne(debit, "margin")), and(eq(credit, account), ne(credit, "margin"))),
    eq(ledgerTransfers.currency, currency),
  );
};

/** What a transfer adds to what the party owes or is owed. */
export const toOwed = (party: Party): SQL<string> => {
  const raises = party.kind === "buyer" ? debit : credit;
  return sql<string>`(case when ${raises} = ${toPartyAccount(party)} then ${amountMicros} else -${amountMicros} end)`;
};

/** Part of the opening balance. */
export const isOpening = (tx: AccountTransaction, marks: Marks): SQL | undefined =>
  and(isOfParty(tx, marks), lt(effectiveAt, marks.openingUntil), lte(id, marks.openingTransferId));

/** A line of the document. */
export const isLine = (tx: AccountTransaction, marks: Marks): SQL | undefined =>
  and(
    isOfParty(tx, marks),
    lt(effectiveAt, marks.periodUntil),
    lte(id, marks.transferId),
    or(gte(effectiveAt, marks.openingUntil), gt(id, marks.openingTransferId)),
  );

export type LineKind = "call" | "adjustment" | "payment" | "reversal" | "earlier";

export const toLineKind = ({ periodStart }: Marks): SQL<LineKind> =>
  sql<LineKind>`case when ${effectiveAt} < ${periodStart.toISOString()}::timestamptz then 'earlier'
    when ${reversesKey} is not null then 'reversal' when ${kind} in ('adjustment', 'payment') then ${kind} else 'call' end`;
