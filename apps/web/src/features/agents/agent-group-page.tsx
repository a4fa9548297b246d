import type { AgentGroup } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { agentGroupQuery } from "#api/agent-queries.ts";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { EditName } from "#components/noun/name-form.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { UsedByCard } from "#components/noun/used-by-card.tsx";
import { agentGroupForm } from "./agent-group-list-page.tsx";
import { AgentGroupMembers } from "./agent-group-members.tsx";

export const AgentGroupPage = () => {
  const query = useQuery(agentGroupQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="agent-group" query={query}>
      {(group) => <AgentGroupView group={group} />}
    </NounPage>
  );
};

const AgentGroupView = ({ group }: { group: AgentGroup }) => {
  const mayWrite = useMay("write");
  const params = { id: group.id };
  const settings: NounTab = {
    id: "settings",
    label: "Settings",
    content: (
      <EditName
        schema={agentGroupForm}
        word="agent group"
        hint="As your team and the routing of a call name it."
        found={group}
        update={(body) => client.updateAgentGroup({ params, body })}
        reload={() => client.getAgentGroup({ params })}
      />
    ),
  };
  return (
    <NounView
      noun="agent-group"
      row={group}
      purpose="The member who has been idle for longest takes the call, among those who are available and have the skills that the plan's row asks for."
      actions={mayWrite && <ArchiveButton noun="agent-group" row={group} />}
      tabs={[
        { id: "members", label: "Members", content: <AgentGroupMembers group={group} /> },
        {
          id: "used-by",
          label: "Used by",
          content: (
            <div className="max-w-180">
              <UsedByCard
                noun="agent-group"
                id={group.id}
                unused="No plan lists it: its members get no calls through it until one does."
              />
            </div>
          ),
        },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};
