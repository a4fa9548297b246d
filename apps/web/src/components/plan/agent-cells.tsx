import type { AgentStatusShown, ListedAgent, PlanAgentGroupRow } from "@ccp/contract";
import { Headset, UsersRound } from "lucide-react";
import { Link } from "wouter";
import { useAgentStatuses } from "#api/use-agent-statuses.ts";
import { AgentStatusBadge } from "#components/agent/agent-status-badge.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { paths } from "#paths.ts";
import { Badge } from "#ui/badge.tsx";
import { CallsCell } from "./listed-cells.tsx";
import type { PlanRow } from "./plan.ts";

const nowClasses = "min-h-10 min-w-0 max-md:order-2 max-md:col-span-3";

/** What the row asks for and the agent does not have, whatever the case of the letters. */
const listLacks = ({ skills }: ListedAgent, asked: readonly string[]): string[] => {
  const has = skills.map((skill) => skill.toLowerCase());
  return asked.filter((skill) => !has.includes(skill.toLowerCase()));
};

/** Whether it would be offered a call now, as far as it is about the agent. */
const canTake = (
  agent: ListedAgent,
  shown: AgentStatusShown | undefined,
  { enabled, skills }: Pick<PlanRow, "enabled" | "skills">,
): boolean =>
  enabled &&
  agent.status === "active" &&
  agent.barred === null &&
  listLacks(agent, skills).length === 0 &&
  shown !== undefined &&
  shown.presence === "available" &&
  (shown.status === "available" || (shown.status === "on-a-call" && shown.inUse < shown.callsAtOnce));

const AgentNow = ({
  agent,
  shown,
  row,
}: {
  agent: ListedAgent;
  shown: AgentStatusShown | undefined;
  row: PlanRow;
}) => {
  if (!row.enabled) return <Badge tone="none">Off</Badge>;
  if (agent.status !== "active") return <StatusBadge status={agent.status} />;
  const lacks = listLacks(agent, row.skills);
  return (
    <>
      <AgentStatusBadge shown={shown} />
      {lacks.length > 0 && <span className="block text-label text-bad">Lacks {lacks.join(", ")}</span>}
      {agent.barred !== null && (
        <span className="block text-label text-bad">Not dialled because {agent.barred}</span>
      )}
    </>
  );
};

/** An agent's name over its skills, how it stands, and its calls. */
export const AgentCells = ({ agent, row }: { agent: ListedAgent; row: PlanRow }) => {
  const shown = useAgentStatuses()(agent.id);
  return (
    <>
      <span className="min-w-0 max-md:order-1 max-md:col-span-3">
        <Link
          href={paths.agents.page(agent.id)}
          className="flex items-center gap-1.5 font-medium underline-offset-4 hover:underline"
        >
          <Headset aria-label="Agent" className="size-3.5 shrink-0 text-grey-11" />
          <span className="truncate">{agent.name}</span>
        </Link>
        <span className="block truncate text-label text-grey-11">
          {agent.skills.length === 0 ? "agent" : agent.skills.join(", ")}
        </span>
      </span>
      <span className={nowClasses}>
        <AgentNow agent={agent} shown={shown} row={row} />
      </span>
      <CallsCell inUse={shown?.inUse ?? 0} max={agent.callsAtOnce} />
    </>
  );
};

/** A group of agents, and how many of its members would be offered a call now. */
export const AgentGroupCells = ({ group, row }: { group: PlanAgentGroupRow["group"]; row: PlanRow }) => {
  const find = useAgentStatuses();
  const { members } = group;
  const isOn = row.enabled && group.status === "active";
  const free = isOn ? members.filter((agent) => canTake(agent, find(agent.id), row)).length : 0;
  return (
    <>
      <span className="min-w-0 max-md:order-1 max-md:col-span-3">
        <Link
          href={paths.agentGroups.page(group.id)}
          className="flex items-center gap-1.5 font-medium underline-offset-4 hover:underline"
        >
          <UsersRound aria-label="Agent group" className="size-3.5 shrink-0 text-grey-11" />
          <span className="truncate">{group.name}</span>
        </Link>
        <span className="block truncate text-label text-grey-11">
          {members.length} {members.length === 1 ? "agent" : "agents"}, longest idle
        </span>
      </span>
      <span className={nowClasses}>
        <GroupNow isOff={!row.enabled} isPaused={group.status !== "active"} free={free} of={members.length} />
      </span>
      <CallsCell
        inUse={members.reduce((sum, { id }) => sum + (find(id)?.inUse ?? 0), 0)}
        max={members.reduce((sum, { callsAtOnce }) => sum + callsAtOnce, 0)}
      />
    </>
  );
};

type GroupNowProps = { isOff: boolean; isPaused: boolean; free: number; of: number };

const GroupNow = ({ isOff, isPaused, free, of }: GroupNowProps) => {
  if (isOff) return <Badge tone="none">Off</Badge>;
  if (isPaused) return <Badge tone="warn">Group paused</Badge>;
  if (of === 0) return <Badge tone="warn">No members</Badge>;
  return (
    <>
      <Badge tone={free > 0 ? "live" : "none"}>{free > 0 ? "Open" : "Nobody free"}</Badge>
      <span className="block text-label text-grey-11">
        {free} of {of} free
      </span>
    </>
  );
};
