import type {
  ListedAgent,
  ListedTarget,
  PlanAgentGroupRow,
  PlanAgentRow,
  PlanGroupRow,
  PlanTargetRow,
} from "@ccp/contract";
import { client } from "#api/client.ts";

/** A target as a plan or a group would list it. */
export const fetchListedTarget = async (id: string): Promise<ListedTarget> => {
  const target = await client.getTarget({ params: { id } });
  const { name, status } = await client.getBuyer({ params: { id: target.buyer.id } });
  return {
    id,
    name: target.name,
    status: target.status,
    buyer: { id: target.buyer.id, name, status },
    concurrencyMax: target.concurrencyMax,
    ringTimeoutSeconds: target.ringTimeoutSeconds,
    revenue: target.revenue,
    barred: target.barred,
    hours: target.hours,
    timeZone: target.timeZone,
  };
};

/** An agent as a plan or a group would list it. */
export const fetchListedAgent = async (id: string): Promise<ListedAgent> => {
  const { name, status, skills, callsAtOnce, wrapUpSeconds, barred } = await client.getAgent({
    params: { id },
  });
  return { id, name, status, skills, callsAtOnce, wrapUpSeconds, barred };
};

const ownPlace = {
  priority: 1,
  weight: 1,
  enabled: true,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  filterNames: {},
};

const place = { ...ownPlace, revenue: null, concurrencyMax: null };

const agentPlace = { ...ownPlace, skills: [] };

export const fetchAgentRow = async (id: string): Promise<PlanAgentRow> => ({
  kind: "agent",
  agent: await fetchListedAgent(id),
  ...agentPlace,
});

export const fetchAgentGroupRow = async (id: string): Promise<PlanAgentGroupRow> => {
  const { name, status } = await client.getAgentGroup({ params: { id } });
  const { items: members } = await client.getAgentGroupMembers({ params: { id } });
  return { kind: "agent-group", group: { id, name, status, members }, ...agentPlace };
};

export const fetchTargetRow = async (id: string): Promise<PlanTargetRow> => ({
  kind: "target",
  target: await fetchListedTarget(id),
  ...place,
});

export const fetchGroupRow = async (id: string): Promise<PlanGroupRow> => {
  const { name, status, strategy } = await client.getTargetGroup({ params: { id } });
  const { items: members } = await client.getTargetGroupMembers({ params: { id } });
  return { kind: "group", group: { id, name, status, strategy, members }, ...place };
};
