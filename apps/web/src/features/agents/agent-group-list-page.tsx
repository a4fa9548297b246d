import {
  agentGroupColumns,
  createAgentGroupBody,
  listAgentGroupsQuery,
  type AgentGroup,
} from "@ccp/contract";
import { UsersRound } from "lucide-react";
import { client } from "#api/client.ts";
import { NewNamedSheet } from "#components/noun/name-form.tsx";
import { NounList, type NounSheetProps } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";

/** A group is only a name; its members come next. */
export const agentGroupForm = createAgentGroupBody.pick({ name: true });

const agentGroupListing: NounListing<AgentGroup> = {
  noun: "agent-group",
  words: { one: "agent group", many: "agent groups" },
  spec: {
    name: "agent-groups",
    query: listAgentGroupsQuery,
    columns: agentGroupColumns,
    filters: [],
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listAgentGroups,
  toName: ({ name }) => name,
  renderLine: ({ memberCount }) => (
    <span className="text-grey-11 tabular-nums">
      {memberCount} {memberCount === 1 ? "member" : "members"}
    </span>
  ),
  widths: { members: 88, plans: 72, updatedAt: 120 },
};

const NewAgentGroupSheet = ({ onClose }: NounSheetProps) => (
  <NewNamedSheet
    noun="agent-group"
    word="agent group"
    hint="As your team and the routing of a call name it."
    schema={agentGroupForm}
    description="Agents that stand as one in plans. Its members come next."
    start={{ name: "" }}
    create={(body) => client.createAgentGroup({ body })}
    onClose={onClose}
  />
);

export const AgentGroupListPage = () => (
  <NounList
    listing={agentGroupListing}
    title="Agent groups"
    purpose="Agents of whom the one who has been idle for longest takes the call."
    fields={[]}
    csv="exportAgentGroups"
    Sheet={NewAgentGroupSheet}
    empty={{
      icon: UsersRound,
      title: "No agent groups yet",
      text: "A group holds agents who do the same work. A plan lists it in one row, and of its members who are available and have the skills the longest idle takes the call.",
    }}
  />
);
