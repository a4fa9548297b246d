import { strategyWords, type TargetGroup } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { targetGroupQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { UsedByCard } from "#components/noun/used-by-card.tsx";
import { paths } from "#paths.ts";
import { GroupMembers } from "./group-members.tsx";
import { TargetGroupSettings } from "./target-group-settings.tsx";

export const TargetGroupPage = () => {
  const query = useQuery(targetGroupQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="target-group" query={query}>
      {(group) => <TargetGroupView group={group} />}
    </NounPage>
  );
};

const TargetGroupView = ({ group }: { group: TargetGroup }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = {
    id: "settings",
    label: "Settings",
    content: <TargetGroupSettings group={group} />,
  };
  return (
    <NounView
      noun="target-group"
      row={group}
      purpose={strategyWords[group.strategy].text}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.targetGroups.list} id={group.id} />
            <ArchiveButton noun="target-group" row={group} />
          </>
        )
      }
      tabs={[
        { id: "members", label: "Members", content: <GroupMembers group={group} /> },
        { id: "used-by", label: "Used by", content: <GroupUses group={group} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};

const GroupUses = ({ group }: { group: TargetGroup }) => (
  <div className="max-w-180">
    <UsedByCard
      noun="target-group"
      id={group.id}
      unused="No plan lists it: its members get no calls through it until one does."
    />
  </div>
);
