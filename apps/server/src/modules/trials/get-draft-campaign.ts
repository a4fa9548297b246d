import type { CampaignBook } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import type { BookList } from "#live/snapshot/snapshot.ts";
import { findCampaignBook } from "#modules/books/find-campaign-book.ts";
import { getCampaign } from "#modules/campaigns/get-campaign.ts";
import { asIfPublished } from "#modules/plans/as-if-published.ts";

/** What calls of the campaign would be routed by if the draft of its plan were published. */
export const getDraftCampaign = async ({
  pools,
  ctx,
  input,
}: Verb<{ id: string }>): Promise<{ campaign: CampaignBook; lists: readonly BookList[] }> => {
  const { id, plan } = await getCampaign({ pools, ctx, input });
  const found = await withAccount(pools.app, ctx.accountId, (tx) =>
    asIfPublished(tx, plan.id, () => findCampaignBook(tx, id)),
  );
  if (found === undefined) throw invalidField("body.draft", "The campaign's plan has no draft.");
  return found;
};
