import type { CampaignBook, PlanRow } from "#book.ts";
import type { RememberedCall } from "#duplicate/recall.ts";
import { anonymousRules, type Protection, type RepeatRules, type RepeatWindow } from "#duplicate/rules.ts";
import type { PayoutTerms } from "#settle/payout.ts";
import { chance, pick, type Random } from "./pick.ts";

const day = 86_400_000;

const inventWindow = (random: Random): RepeatWindow =>
  chance(random, 0.5) ? { kind: "ever" } : { kind: "days", days: pick(random, [1, 30]) };

/** Drawn apart, so that the other draws of a seed stay what they are. */
const inventProtection = (random: Random): Pick<PlanRow, "protection" | "oncePerCaller"> => {
  const rule = (): Protection => ({
    after: pick(random, ["connected", "converted"]),
    window: inventWindow(random),
  });
  return {
    ...(chance(random, 0.3) && {
      protection: {
        ...(chance(random, 0.5) && { target: rule() }),
        ...(chance(random, 0.5) && { buyer: rule() }),
      },
    }),
    ...(chance(random, 0.2) && { oncePerCaller: inventWindow(random) }),
  };
};

const inventRepeats = (random: Random): RepeatRules => ({
  spam: chance(random, 0.2) ? { kind: "within", seconds: 60 } : { kind: "off" },
  report: chance(random, 0.5) ? { kind: "off" } : inventWindow(random),
  returning: chance(random, 0.4)
    ? { kind: "normal" }
    : { kind: pick(random, ["original", "different"]), strict: chance(random, 0.5) },
  anonymous: pick(random, anonymousRules),
});

const inventDuplicates = (random: Random, terms: PayoutTerms): PayoutTerms =>
  chance(random, 0.5)
    ? terms
    : {
        ...terms,
        duplicates: { window: inventWindow(random), across: pick(random, ["publisher", "campaign"]) },
      };

/** The campaign with rules about callers who call again. */
export const withRepeats = (campaign: CampaignBook, random: Random): CampaignBook => ({
  ...campaign,
  repeats: inventRepeats(random),
  ...(campaign.payout && { payout: inventDuplicates(random, campaign.payout) }),
  rows: campaign.rows.map((row) => ({ ...row, ...inventProtection(random) })),
  fallback: campaign.fallback && { ...campaign.fallback, ...inventProtection(random) },
});

/** Other calls of the caller, to this campaign and another one, before and during this call. */
export const inventRemembered = (random: Random, { rows }: CampaignBook, now: number): RememberedCall[] =>
  Array.from({ length: Math.floor(random() * 4) }, (_, index) => {
    const at = now + pick(random, [-40 * day, -day / 2, -5000, 0, 20_000]);
    const dials = rows.flatMap(({ targetId, buyerId }) => {
      const standing = pick(random, ["ringing", "talking", "connected", "converted"] as const);
      return chance(random, 0.3) ? [{ targetId, buyerId, at, standing }] : [];
    });
    return {
      callId: `another ${index}`,
      at,
      campaignId: pick(random, ["campaign", "another"]),
      publisherId: pick(random, ["publisher", "another", null]),
      payout: pick(random, ["none", "open", "earned"]),
      dials,
    };
  });
