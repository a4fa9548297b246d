import type { AgentGroup, AgentGroupMembers as Members, ListedAgent } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Trash2, UsersRound } from "lucide-react";
import { Link } from "wouter";
import { agentGroupMembersQuery } from "#api/agent-queries.ts";
import { useMay } from "#api/session.ts";
import { useAgentStatuses } from "#api/use-agent-statuses.ts";
import { AgentStatusBadge } from "#components/agent/agent-status-badge.tsx";
import { FormBody } from "#components/form/form-body.tsx";
import { SaveBar } from "#components/form/save-bar.tsx";
import { AddListed } from "#components/plan/add-listed.tsx";
import { fetchListedAgent } from "#components/plan/fetch-listed.ts";
import { moveItem } from "#components/plan/plan.ts";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useAgentMembers, type EditedAgentMembers } from "./use-agent-members.ts";

/** The agents that stand in the group; their order breaks ties. */
export const AgentGroupMembers = ({ group }: { group: AgentGroup }) => {
  const { data, error, refetch } = useQuery(agentGroupMembersQuery(group.id));
  if (data !== undefined) return <MembersEditor group={group} members={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Skeleton className="h-24" />;
};

const MembersEditor = ({ group, members }: { group: AgentGroup; members: Members }) => {
  const mayWrite = useMay("write");
  const edited = useAgentMembers({ group, members });
  const { record, agentIds, add } = edited;
  return (
    <FormBody record={record} label="Members" className="grid max-w-200 grid-cols-1 gap-4">
      <fieldset disabled={!mayWrite} data-field="items" className="grid min-w-0 grid-cols-1 gap-4">
        <MemberList members={edited} mayWrite={mayWrite} />
        {mayWrite && (
          <AddListed
            noun="agentId"
            word="agent"
            hint="It takes calls wherever a plan lists this group."
            isListed={(id) => agentIds.includes(id)}
            fetch={fetchListedAgent}
            onAdd={add}
          />
        )}
      </fieldset>
      {mayWrite && (
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-grey-6 bg-grey-1 px-4 py-3">
          <SaveBar record={record} saveText="Save" />
        </div>
      )}
    </FormBody>
  );
};

const MemberList = ({ members, mayWrite }: { members: EditedAgentMembers; mayWrite: boolean }) => {
  const { agentIds, find, change } = members;
  if (agentIds.length === 0) {
    return (
      <EmptyState
        icon={UsersRound}
        title="No members yet"
        text="Add the agents who do the same work. Until then the group takes no calls."
      />
    );
  }
  return (
    <ol aria-label="Members in order" className="divide-y divide-grey-6 border-y border-grey-6">
      {agentIds.map((id, index) => (
        <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <MemberName id={id} agent={find(id)} />
          {mayWrite && (
            <MemberMover
              name={find(id)?.name ?? "Agent"}
              onUp={index === 0 ? undefined : () => change(moveItem(agentIds, index, index - 1))}
              onDown={
                index === agentIds.length - 1 ? undefined : () => change(moveItem(agentIds, index, index + 1))
              }
              onRemove={() => change(agentIds.filter((other) => other !== id))}
            />
          )}
        </li>
      ))}
    </ol>
  );
};

const MemberName = ({ id, agent }: { id: string; agent: ListedAgent | undefined }) => {
  const shown = useAgentStatuses()(id);
  return (
    <>
      <span className="min-w-0 flex-1 basis-40">
        <Link
          href={paths.agents.page(id)}
          className="block truncate font-medium underline-offset-4 hover:underline"
        >
          {agent?.name ?? id}
        </Link>
        <span className="block truncate text-label text-grey-11">{agent?.skills.join(", ")}</span>
      </span>
      {/* As wide before its status is known. */}
      <span className="w-28 shrink-0">
        {agent === undefined || agent.status === "active" ? (
          <AgentStatusBadge shown={shown} />
        ) : (
          <StatusBadge status={agent.status} />
        )}
      </span>
    </>
  );
};

type MemberMoverProps = {
  name: string;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: () => void;
};

const MemberMover = ({ name, onUp, onDown, onRemove }: MemberMoverProps) => (
  <span className="flex">
    <Button
      variant="ghost"
      size="icon"
      aria-label={`Move ${name} up`}
      disabled={onUp === undefined}
      onClick={onUp}
    >
      <ArrowUp />
    </Button>
    <Button
      variant="ghost"
      size="icon"
      aria-label={`Move ${name} down`}
      disabled={onDown === undefined}
      onClick={onDown}
    >
      <ArrowDown />
    </Button>
    <Button variant="ghost" size="icon" aria-label={`Take ${name} out`} onClick={onRemove}>
      <Trash2 />
    </Button>
  </span>
);
