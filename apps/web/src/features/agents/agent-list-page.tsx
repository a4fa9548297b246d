import { agentColumns, listAgentsQuery, type Agent } from "@ccp/contract";
import { Headset } from "lucide-react";
import { client } from "#api/client.ts";
import { useAgentStatuses } from "#api/use-agent-statuses.ts";
import { AgentStatusBadge } from "#components/agent/agent-status-badge.tsx";
import { typedField } from "#components/filters/typed-field.tsx";
import { NounList } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { StatusBadge } from "#components/status-badge.tsx";
import { NewAgentSheet } from "./new-agent-sheet.tsx";
import { SetStatusButton } from "./set-status-button.tsx";

const fields = [
  typedField({
    key: "skill",
    param: "skill",
    label: "Skill",
    group: "Agent",
    toWords: (value) => value,
    placeholder: "Such as Spanish",
    inputMode: "text",
  }),
];

/** How the agent stands, unless it is out of service. */
const Standing = ({ agent }: { agent: Agent }) => {
  const find = useAgentStatuses();
  return agent.status === "active" ? (
    <AgentStatusBadge shown={find(agent.id)} />
  ) : (
    <StatusBadge status={agent.status} />
  );
};

const agentListing: NounListing<Agent> = {
  noun: "agent",
  words: { one: "agent", many: "agents" },
  spec: {
    name: "agents",
    query: listAgentsQuery,
    columns: agentColumns,
    filters: fields,
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listAgents,
  toName: ({ name }) => name,
  renderCell: (agent, columnId) => (columnId === "status" ? <Standing agent={agent} /> : undefined),
  renderLine: (agent) => (
    <>
      <span className="truncate">{agent.skills.join(", ")}</span>
      <Standing agent={agent} />
    </>
  ),
  widths: { status: 124, destination: 120, skills: 180, callsAtOnce: 92, wrapUp: 84 },
};

export const AgentListPage = () => (
  <NounList
    listing={agentListing}
    title="Agents"
    purpose="People of the account who take calls, and how each of them stands now."
    fields={fields}
    csv="exportAgents"
    Sheet={NewAgentSheet}
    BulkActions={AgentBulkActions}
    empty={{
      icon: Headset,
      title: "No agents yet",
      text: "An agent takes calls by phone or SIP, for the account itself. Plans list agents and groups of them as they list targets; nobody owes anything for their calls.",
    }}
  />
);

const AgentBulkActions = ({ rows }: { rows: readonly Agent[] }) => (
  <>
    <SetStatusButton agents={rows} status="available" />
    <SetStatusButton agents={rows} status="away" />
  </>
);
