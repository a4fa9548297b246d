import type { Agent } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { agentQuery } from "#api/agent-queries.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { AgentOverview } from "./agent-overview.tsx";
import { AgentSettings } from "./agent-settings.tsx";

export const AgentPage = () => {
  const query = useQuery(agentQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="agent" query={query}>
      {(agent) => <AgentView agent={agent} />}
    </NounPage>
  );
};

const AgentView = ({ agent }: { agent: Agent }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = {
    id: "settings",
    label: "Settings",
    content: <AgentSettings agent={agent} />,
  };
  return (
    <NounView
      noun="agent"
      row={agent}
      actions={mayWrite && <ArchiveButton noun="agent" row={agent} />}
      tabs={[
        { id: "overview", label: "Overview", content: <AgentOverview agent={agent} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};
