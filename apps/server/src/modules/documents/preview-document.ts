import type { DocumentPreview, PreviewDocument } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import { drawUp } from "./draw-up.ts";

export const previewDocument = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<PreviewDocument>): Promise<DocumentPreview> =>
  withAccount(pools.app, ctx.accountId, async (tx) => (await drawUp(tx, input, now)).preview);
