import type { Target } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { targetQuery } from "#api/party-queries.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { paths } from "#paths.ts";
import { TargetHours } from "./target-hours.tsx";
import { TargetOverview } from "./target-overview.tsx";
import { TargetSettings } from "./target-settings.tsx";

export const TargetPage = () => {
  const query = useQuery(targetQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="target" query={query}>
      {(target) => <TargetView target={target} />}
    </NounPage>
  );
};

const TargetView = ({ target }: { target: Target }) => {
  const mayWrite = useMay("write");
  const forms: NounTab[] = [
    { id: "settings", label: "Settings", content: <TargetSettings target={target} /> },
    { id: "hours", label: "Hours", content: <TargetHours target={target} /> },
  ];
  return (
    <NounView
      noun="target"
      row={target}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.targets.list} id={target.id} />
            <ArchiveButton noun="target" row={target} />
          </>
        )
      }
      tabs={[
        { id: "overview", label: "Overview", content: <TargetOverview target={target} /> },
        ...(mayWrite ? forms : []),
      ]}
    />
  );
};
