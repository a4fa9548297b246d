import type { Account } from "@ccp/contract";
import { Facts } from "#components/facts.tsx";
import { Card } from "#ui/card.tsx";

/** The same for those who may not change it. */
export const AccountFacts = ({ account: { name, timeZone, currency } }: { account: Account }) => (
  <Card>
    <Facts
      facts={[
        { label: "Name", value: name },
        { label: "Time zone", value: timeZone },
        { label: "Currency", value: currency },
      ]}
    />
  </Card>
);
