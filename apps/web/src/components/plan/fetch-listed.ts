import type { ListedTarget, PlanGroupRow, PlanTargetRow } from "@ccp/contract";
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

const place = {
  priority: 1,
  weight: 1,
  enabled: true,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
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
