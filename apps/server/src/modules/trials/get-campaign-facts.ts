import type { CampaignFacts, TestDecision } from "@ccp/contract";
import type { DecidedFact } from "@ccp/engine";
import type { AtNow } from "#http/verb.ts";
import type { Preview } from "./preview.ts";
import { previewCall } from "./preview-call.ts";
import { toShownCampaign } from "./to-shown-campaign.ts";

/** The chosen destination as the row of it is shown. */
const toShownChoice = ({ choice, ...decided }: DecidedFact, campaign: ReturnType<typeof toShownCampaign>) => {
  if (choice.kind !== "dial") return { ...decided, choice };
  const row = choice.row === "fallback" ? campaign.fallback : campaign.rows[choice.row];
  return { ...decided, choice: { ...choice, destination: row?.destination ?? choice.destination } };
};

/** All that the first decision of such a call is made from, so that it can be made again elsewhere. */
export const getCampaignFacts = async (
  asked: AtNow<{ id: string } & TestDecision> & { preview: Preview },
): Promise<CampaignFacts> => {
  const { campaign, arrived, at, decided } = await previewCall(asked);
  const shown = toShownCampaign(campaign, asked.ctx.role);
  return {
    at: new Date(at).toISOString(),
    bookRevision: decided.bookRevision,
    engineVersion: decided.engineVersion,
    campaign: { ...shown },
    arrived: { ...arrived },
    decided: toShownChoice(decided, shown),
  };
};
