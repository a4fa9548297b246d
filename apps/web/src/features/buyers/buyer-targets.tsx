import type { Buyer } from "@ccp/contract";
import { Target as TargetIcon } from "lucide-react";
import { useMemo } from "react";
import { Link } from "wouter";
import { useMay } from "#api/session.ts";
import { RelatedRows } from "#components/noun/related-rows.tsx";
import { RelatedSection } from "#components/noun/related-section.tsx";
import { targetListing } from "#components/noun/target-listing.tsx";
import { EmptyState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

const columns = [
  "name",
  "status",
  "hours",
  "concurrencyMax",
  "revenuePerCall",
  "live",
  "hour",
  "day",
  "month",
  "convertedRate",
  "revenue",
  "lastResult",
];

/** Where this buyer takes calls, and what they come to. */
export const BuyerTargets = ({ buyer: { id, name } }: { buyer: Buyer }) => {
  const query = useMemo(() => ({ buyerId: String(id) }), [id]);
  const mayWrite = useMay("write");
  const add = mayWrite && (
    <Button asChild>
      <Link href={paths.targets.list(`buyer=${id}&form=new`)}>New target</Link>
    </Button>
  );
  return (
    <RelatedSection title="Targets" href={paths.targets.list(`buyer=${id}`)} action={add}>
      <RelatedRows
        listing={targetListing}
        query={query}
        columns={columns}
        label={`Targets of ${name}`}
        empty={
          <EmptyState
            icon={TargetIcon}
            title="No targets yet"
            text="A target is where this buyer takes calls: a phone number or SIP address with its hours, its limit and what a call earns."
          />
        }
      />
    </RelatedSection>
  );
};
