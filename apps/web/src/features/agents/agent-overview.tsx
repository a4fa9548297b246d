import type { Agent, AgentStatusShown } from "@ccp/contract";
import { PhoneOff } from "lucide-react";
import { useMay, useSession } from "#api/session.ts";
import { useAgentStatuses } from "#api/use-agent-statuses.ts";
import { AgentStatusBadge } from "#components/agent/agent-status-badge.tsx";
import { Facts } from "#components/facts.tsx";
import { UsedByCard } from "#components/noun/used-by-card.tsx";
import { Age } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { AgentEvents } from "./agent-events.tsx";
import { SetStatusButton } from "./set-status-button.tsx";

/** How an agent stands now, what it is set to, who lists it, and what changed its status. */
export const AgentOverview = ({ agent }: { agent: Agent }) => (
  <div className="grid grid-cols-1 gap-4">
    {agent.barred !== null && (
      <p className="flex items-start gap-2 text-bad">
        <PhoneOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        Not dialled because {agent.barred}.
      </p>
    )}
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      <StatusCard agent={agent} />
      <UsedByCard
        noun="agent"
        id={agent.id}
        unused="Nothing lists it: it gets no calls until a plan or a group does."
      />
    </div>
    <AgentEvents id={agent.id} />
  </div>
);

const toPresence = (shown: AgentStatusShown | undefined) => {
  if (shown === undefined) return "";
  const word = shown.presence === "available" ? "Available" : "Away";
  return shown.presenceSince === null ? (
    "Away: nobody has said otherwise yet"
  ) : (
    <>
      {word} since <Age at={Date.parse(shown.presenceSince)} />
    </>
  );
};

const StatusCard = ({ agent }: { agent: Agent }) => {
  const { user } = useSession();
  const maySet = useMay("write") || (agent.user !== null && agent.user.id === user?.id);
  const shown = useAgentStatuses()(agent.id);
  return (
    <Card>
      <CardTitle>Status</CardTitle>
      <Facts
        facts={[
          { label: "Now", value: <AgentStatusBadge shown={shown} /> },
          { label: "Said", value: toPresence(shown) },
          { label: "Calls", value: shown === undefined ? "" : `${shown.inUse} of ${agent.callsAtOnce}` },
          { label: "Wrap-up", value: `${agent.wrapUpSeconds} s` },
          { label: "Skills", value: agent.skills.length === 0 ? "None" : agent.skills.join(", ") },
          { label: "Takes calls at", value: formatPhone(agent.destination.address) },
          { label: "Signs in as", value: agent.user?.name ?? "Nobody" },
        ]}
      />
      {maySet && agent.status !== "archived" && (
        <div className="mt-4 flex flex-wrap gap-2">
          <SetStatusButton agents={[agent]} status="available" />
          <SetStatusButton agents={[agent]} status="away" />
        </div>
      )}
    </Card>
  );
};
