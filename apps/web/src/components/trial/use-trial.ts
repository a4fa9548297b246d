import type { CampaignFacts } from "@ccp/contract";
import type { Trial } from "@ccp/engine";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import type { Question } from "./trial-values.ts";

/** The documents of the engine come as they are: the server made them by the same types. */
const toTrial = ({ at, campaign, arrived, decided }: CampaignFacts): Trial =>
  ({ at: Date.parse(at), campaign, arrived, decided }) as unknown as Trial;

/** All that the engine needs to decide about the call of a question, read at the moment of asking. */
export const useTrial = (campaignId: string, question: Question | null) =>
  useQuery({
    queryKey: ["campaign-facts", campaignId, question],
    queryFn: async () => {
      if (question === null) throw new Error("Nobody calls.");
      const facts = await client.getCampaignFacts({ params: { id: campaignId }, body: question });
      return { question, trial: toTrial(facts) };
    },
    enabled: question !== null,
    placeholderData: keepPreviousData,
    // As of the moment at which it was asked; it is asked again by the button.
    staleTime: Number.POSITIVE_INFINITY,
  });
