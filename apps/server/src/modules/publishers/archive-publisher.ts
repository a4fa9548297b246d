import type { Publisher } from "@ccp/contract";
import { inUse, notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findPublisher, selectNumbers, writePublisher } from "./publishers.store.ts";

export const archivePublisher = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Publisher> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await findPublisher(tx, input.id);
    const after = await writePublisher(tx, input.id, { status: "archived" });
    if (before === undefined || after === undefined) throw notFound("publisher");
    const users = await selectNumbers(tx, input.id);
    if (users.length > 0) throw inUse("Take this publisher off these numbers first.", users);
    return {
      result: after,
      change: { action: "archive", noun: "publisher", nounId: after.id, before, after, book: false },
    };
  });
