import { putCampaignPayoutsBody, type Campaign, type CampaignPayout, type PayoutRule } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { campaignPayoutsQuery } from "#api/campaign-queries.ts";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { payoutText } from "./payout-form.ts";

const { shape } = putCampaignPayoutsBody.shape.items.element;

/** One publisher's terms, as they are typed. */
export const ownTermsForm = z.object({
  publisherId: z.string().min(1, "Choose a publisher.").pipe(shape.publisherId),
  payout: payoutText,
});

export type OwnTerms = z.output<typeof ownTermsForm>;

type Item = OwnTerms & { rules: PayoutRule[]; enabled: boolean };

/** A publisher's terms as they are written. */
export const toItem = ({ publisher, rules, payout, enabled }: CampaignPayout): Item => ({
  publisherId: publisher.id,
  rules,
  payout,
  enabled,
});

/** Publishers whose terms in the campaign are their own, and how one of them is changed. */
export const useOwnTerms = ({ id }: Campaign) => {
  const { data, error, refetch } = useQuery(campaignPayoutsQuery(id));
  const renew = useRenew();
  const save = async (items: readonly Item[]): Promise<void> => {
    const version = data?.version;
    await client.putCampaignPayouts({
      params: { id },
      body: { items: [...items], ...(version !== undefined && { version }) },
    });
    await renew();
  };
  const others = (publisherId: string): Item[] =>
    (data?.items ?? []).map(toItem).filter((item) => item.publisherId !== publisherId);
  return {
    items: data?.items,
    error,
    retry: () => void refetch(),
    set: (item: Item): Promise<void> => save([...others(item.publisherId), item]),
    remove: (publisherId: string): Promise<void> => save(others(publisherId)),
  };
};

export type OwnTermsList = ReturnType<typeof useOwnTerms>;
