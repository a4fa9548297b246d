import type { Document, DocumentPreview, IssueDocument } from "@ccp/contract";
import type { Party } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError, invalidField } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { lockAccount } from "#live/drain/statements.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { insertDocument, takeNumber, toDocument } from "./documents.store.ts";
import { drawUp, toAmounts } from "./draw-up.ts";
import { findPartyName } from "#modules/ledger/find-party.ts";

const requireSeen = ({ closingMicros }: DocumentPreview, seen: string | undefined): void => {
  if (seen === undefined || BigInt(seen) === BigInt(closingMicros)) return;
  const message = "Something was booked meanwhile; look at the preview again.";
  throw new AppError("stale", message, { details: [{ path: "body.closingMicros", message }] });
};

const toParty = ({ buyerId, publisherId }: IssueDocument): Party => {
  if (buyerId !== undefined && publisherId === undefined) return { kind: "buyer", id: buyerId };
  if (publisherId !== undefined && buyerId === undefined) return { kind: "publisher", id: publisherId };
  throw invalidField("body.buyerId", "Give either a buyer, for an invoice, or a publisher, for a statement.");
};

const getPartyName = async (tx: AccountTransaction, party: Party): Promise<string> => {
  const name = await findPartyName(tx, party);
  if (name === undefined) throw invalidField(`body.${party.kind}Id`, `There is no such ${party.kind}.`);
  return name;
};

/**
 * Issues what the preview shows. Nobody books for the account meanwhile, so that every transfer before the mark is
 * there to be seen, and those after it are left to the next document.
 */
export const issueDocument = ({ pools, ctx, input, now }: AtNow<IssueDocument>): Promise<Document> =>
  changeAccount({ pools, ctx, permission: "settle" }, async (tx) => {
    await tx.query(lockAccount, [tx.accountId]);
    const issuedTo = toParty(input);
    const partyName = await getPartyName(tx, issuedTo);
    const { preview, marks } = await drawUp(tx, {
      party: issuedTo,
      partyName,
      period: { periodFrom: input.periodFrom, periodThrough: input.periodThrough },
      path: "body",
      now,
    });
    requireSeen(preview, input.closingMicros);
    const { kind, buyer, publisher, accountName, currency, timeZone, periodFrom, periodThrough } = preview;
    const { party: _, ...bounds } = marks;
    const row = await insertDocument(tx, {
      kind,
      number: await takeNumber(tx, kind),
      buyerId: buyer?.id ?? null,
      publisherId: publisher?.id ?? null,
      partyName,
      accountName,
      timeZone,
      periodFrom,
      periodThrough,
      ...bounds,
      currency,
      ...toAmounts(preview),
      issuedBy: await getActorName(tx, ctx.actor),
      issuedAt: new Date(now),
    });
    const after = toDocument(row);
    const nounId = String(row.id);
    return {
      result: after,
      change: { action: "issue", noun: "document", nounId, before: null, after, book: false },
    };
  });
