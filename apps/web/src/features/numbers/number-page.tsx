import type { NumberResource } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { numberQuery } from "#api/party-queries.ts";
import { useMay } from "#api/session.ts";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { toNounRow } from "#components/noun/noun-listing.ts";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { numberListing } from "#components/noun/number-listing.tsx";
import { paths } from "#paths.ts";
import { NumberOverview } from "./number-overview.tsx";
import { NumberSettings } from "./number-settings.tsx";
import { RemoveNumberButton } from "./remove-number-button.tsx";

export const NumberPage = () => {
  const query = useQuery(numberQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="number" query={query}>
      {(number) => <NumberView number={number} />}
    </NounPage>
  );
};

const NumberView = ({ number }: { number: NumberResource }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = {
    id: "settings",
    label: "Settings",
    content: <NumberSettings number={number} />,
  };
  return (
    <NounView
      noun="number"
      row={toNounRow(numberListing, number)}
      {...(number.label !== "" && { purpose: number.label })}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.numbers.list} id={number.id} />
            <RemoveNumberButton number={number} />
          </>
        )
      }
      tabs={[
        { id: "overview", label: "Overview", content: <NumberOverview number={number} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};
