import type { Publisher, CreatePublisher } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getPublisherRow, insertPublisher } from "./publishers.store.ts";

export const createPublisher = ({ pools, ctx, input }: Verb<CreatePublisher>): Promise<Publisher> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const after = await getPublisherRow(tx, await insertPublisher(tx, input));
    return {
      result: after,
      change: {
        action: "create",
        noun: "publisher",
        nounId: after.id,
        before: null,
        after,
        book: true,
      },
    };
  });
