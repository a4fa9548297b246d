import type { Publisher } from "@ccp/contract";
import { Hash } from "lucide-react";
import { useMemo } from "react";
import { Link } from "wouter";
import { useMay } from "#api/session.ts";
import { numberListing } from "#components/noun/number-listing.tsx";
import { RelatedRows } from "#components/noun/related-rows.tsx";
import { RelatedSection } from "#components/noun/related-section.tsx";
import { EmptyState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

const columns = [
  "number",
  "label",
  "status",
  "campaign",
  "live",
  "hour",
  "day",
  "month",
  "convertedRate",
  "payout",
  "lastCall",
];

/** The numbers that this publisher advertises, and what their calls come to. */
export const PublisherNumbers = ({ publisher: { id, name } }: { publisher: Publisher }) => {
  const query = useMemo(() => ({ publisherId: id }), [id]);
  const mayWrite = useMay("write");
  const add = mayWrite && (
    <Button asChild>
      <Link href={paths.numbers.list(`publisher=${id}&form=new`)}>New number</Link>
    </Button>
  );
  return (
    <RelatedSection title="Numbers" href={paths.numbers.list(`publisher=${id}`)} action={add}>
      <RelatedRows
        listing={numberListing}
        query={query}
        columns={columns}
        label={`Numbers of ${name}`}
        empty={
          <EmptyState
            icon={Hash}
            title="No numbers yet"
            text="Calls count for this publisher when they come in by one of its numbers. Assign one in the list of numbers."
          />
        }
      />
    </RelatedSection>
  );
};
