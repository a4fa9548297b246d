import type { Publisher, UpdatePublisher } from "@ccp/contract";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findPublisher, writePublisher } from "./publishers.store.ts";

export const updatePublisher = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdatePublisher }>): Promise<Publisher> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await findPublisher(tx, input.id);
    const after = await writePublisher(tx, input.id, input.patch);
    if (before === undefined || after === undefined) throw notFound("publisher");
    return {
      result: after,
      change: { action: "update", noun: "publisher", nounId: after.id, before, after, book: false },
    };
  });
