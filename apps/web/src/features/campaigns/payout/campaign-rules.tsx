import type { Campaign } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { PayoutRules } from "./payout-rules.tsx";
import { RuleTrial } from "./rule-trial.tsx";

/** The campaign's own payout rules, saved one by one. */
export const CampaignRules = ({ campaign }: { campaign: Campaign }) => {
  const { id, version, name, payoutRules, timeZone } = campaign;
  const renew = useRenew();
  return (
    <PayoutRules
      owner={name}
      rules={payoutRules}
      timeZone={timeZone}
      save={async (rules) => {
        await client.updateCampaign({ params: { id }, body: { payoutRules: rules, version } });
        await renew();
      }}
    >
      <RuleTrial campaign={campaign} />
    </PayoutRules>
  );
};
