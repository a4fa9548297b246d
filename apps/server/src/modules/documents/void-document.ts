import type { Document, VoidDocument } from "@ccp/contract";
import { AppError } from "#http/app-error.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { AtNow } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getActorName } from "#modules/audit/get-actor-name.ts";
import { findLastDocument, getDocumentRow, toDocument, writeVoid } from "./documents.store.ts";
import { toParty } from "./to-marks.ts";

/** Only a party's last one: those after it begin with its closing balance. */
export const voidDocument = ({
  pools,
  ctx,
  input: { id, version, note },
  now,
}: AtNow<VoidDocument & { id: number }>): Promise<Document> =>
  changeAccount({ pools, ctx, permission: "settle" }, async (tx) => {
    const row = await getDocumentRow(tx, id);
    requireVersion(row.version, version, "body");
    if (row.status !== "issued") throw new AppError("conflict", `This ${row.kind} is void already.`);
    const later = await findLastDocument(tx, { party: toParty(row), currency: row.currency, afterId: id });
    if (later !== undefined) {
      const message = `${row.kind === "invoice" ? "Invoice" : "Statement"} ${later.number} goes on from this one.`;
      throw new AppError("conflict", `${message} Void that one first.`);
    }
    const voidedBy = await getActorName(tx, ctx.actor);
    await writeVoid(tx, id, { voidedBy, voidedAt: new Date(now), voidNote: note });
    const after = toDocument(await getDocumentRow(tx, id));
    const before = toDocument(row);
    const change = { action: "void", noun: "document", nounId: String(id), before, after, book: false };
    return { result: after, change };
  });
