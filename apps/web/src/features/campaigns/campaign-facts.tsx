import { toFallbackText, toPayoutRulesText, toPayoutText, type Campaign } from "@ccp/contract";
import { Link } from "wouter";
import { useSession } from "#api/session.ts";
import { Count } from "#components/count.tsx";
import { Facts } from "#components/facts.tsx";
import { describeValue } from "#lib/field-words.ts";
import { formatMoney } from "#lib/format-money.ts";
import { speakDuration } from "#lib/format-duration.ts";
import { paths } from "#paths.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { toVerticalName } from "./vertical-name.ts";

const linkClasses = "underline-offset-4 hover:text-accent-text hover:underline";

/** Its rules by name, and what all other calls are paid. */
const toPaidText = ({ payout, payoutRules }: Campaign, currency: string): string => {
  const toMoney = (micros: string): string => formatMoney(micros, currency);
  const others = toPayoutText(payout, toMoney);
  if (payoutRules.length === 0) return others;
  return `${toPayoutRulesText(payoutRules, toMoney)}; all other calls: ${others}`;
};

/** How the campaign is set up, in one look. */
export const CampaignFacts = ({ campaign }: { campaign: Campaign }) => {
  const { account } = useSession();
  const { id, vertical, fallbackTarget } = campaign;
  return (
    <Card>
      <CardTitle>Set-up</CardTitle>
      <Facts
        facts={[
          { label: "Vertical", value: toVerticalName(vertical) },
          {
            label: "Plan",
            value: (
              <Link href={paths.plans.page(campaign.plan.id)} className={linkClasses}>
                {campaign.plan.name}
              </Link>
            ),
          },
          {
            label: "Targets",
            value: (
              <Link href={paths.campaigns.page(id, "routing")} className={linkClasses}>
                <Count value={campaign.targetCount} />
              </Link>
            ),
          },
          {
            label: "Numbers",
            value: (
              <Link href={paths.campaigns.page(id, "numbers")} className={linkClasses}>
                <Count value={campaign.numberCount} />
              </Link>
            ),
          },
          {
            label: "Fallback target",
            value:
              fallbackTarget === null ? (
                "None"
              ) : (
                <Link href={paths.targets.page(fallbackTarget.id)} className={linkClasses}>
                  {fallbackTarget.name}
                </Link>
              ),
          },
          { label: "When nobody takes it", value: toFallbackText(campaign.fallbackAnswer) },
          { label: "Payout", value: toPaidText(campaign, account.currency) },
          { label: "Dial attempts", value: <Count value={campaign.dialAttemptsMax} /> },
          {
            label: "Revenue recovery",
            value: campaign.recoveryMax === null ? "Off" : <Count value={campaign.recoveryMax} />,
          },
          { label: "Ring time", value: speakDuration(campaign.ringTimeoutSeconds) },
          {
            label: "Time to connect",
            value:
              campaign.decisionTimeoutSeconds === null
                ? "No limit"
                : speakDuration(campaign.decisionTimeoutSeconds),
          },
          { label: "Longest call", value: speakDuration(campaign.timeLimitSeconds) },
          { label: "Recording", value: describeValue("recording", campaign.recording, account) },
          { label: "Caller ID shown", value: describeValue("callerId", campaign.callerId, account) },
          { label: "Time zone", value: campaign.timeZone },
        ]}
      />
    </Card>
  );
};
