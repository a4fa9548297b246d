import type { DocumentPreview, PreviewDocument } from "@ccp/contract";
import type { Party } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { drawUp } from "./draw-up.ts";
import { findPartyName } from "#modules/ledger/find-party.ts";

export const previewDocument = ({
  pools,
  ctx,
  input: { party, ...period },
  now,
}: AtNow<PreviewDocument & { party: Party }>): Promise<DocumentPreview> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const partyName = await findPartyName(tx, party);
    if (partyName === undefined) throw notFound(party.kind);
    return (await drawUp(tx, { party, partyName, period, path: "query", now })).preview;
  });
