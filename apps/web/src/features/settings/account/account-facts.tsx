import { toAttestationsText, type Account } from "@ccp/contract";
import { Facts } from "#components/facts.tsx";
import { Card } from "#ui/card.tsx";
import { toDialText } from "./dial-text.ts";

/** The same for those who may not change it. */
export const AccountFacts = ({ account }: { account: Account }) => (
  <Card>
    <Facts
      facts={[
        { label: "Name", value: account.name },
        { label: "Time zone", value: account.timeZone },
        { label: "Currency", value: account.currency },
        { label: "Attestations we take", value: toAttestationsText(account.attestations) },
        { label: "Whom we dial", value: toDialText(account.dialCountries, account.highRiskPrefixes) },
      ]}
    />
  </Card>
);
