import type { CallFilter, Hours, PlanRow } from "@ccp/engine";
import { findDestinationBar } from "#modules/numbers/find-destination-bar.ts";
import { pickFilterNames } from "#modules/targets/read-filter-names.ts";
import type { listAgents, listPlanRows } from "./books.store.ts";
import { type Beside, toStatus } from "./to-plan-row.ts";

export type AgentRow = Awaited<ReturnType<typeof listAgents>>[number];

type StoredRow = Awaited<ReturnType<typeof listPlanRows>>[number];

/** What the row asks for and the agent does not have, whatever the case of the letters. */
const listLacks = ({ skills: asked }: StoredRow, { skills }: AgentRow): string[] => {
  const has = new Set(skills.map((skill) => skill.toLowerCase()));
  return (asked ?? []).filter((skill) => !has.has(skill.toLowerCase()));
};

const toFilter = (
  { filter: stored }: StoredRow,
  { account: { timeZone }, names }: Beside,
): Pick<PlanRow, "filter"> => {
  const filter = stored as CallFilter | null;
  return filter === null ? {} : { filter: { ...filter, timeZone, names: pickFilterNames(filter, names) } };
};

const toSchedule = ({ hours }: StoredRow, timeZone: string): Pick<PlanRow, "schedule"> =>
  hours === null ? {} : { schedule: { hours: hours as Hours, timeZone } };

/** An agent at a place of a plan, as decisions read it: nobody is owed for its calls, and hours are on the account's clock. */
export const toAgentRow = (
  agent: AgentRow,
  row: StoredRow,
  beside: Beside,
  { enabled, weight }: Pick<PlanRow, "enabled" | "weight">,
): PlanRow => {
  const destination = { kind: agent.destinationKind, address: agent.destination };
  const barred = findDestinationBar(destination, beside.account);
  const lacks = listLacks(row, agent);
  return {
    targetId: agent.id,
    targetName: agent.name,
    targetStatus: toStatus(agent.status),
    buyerId: null,
    buyerName: "",
    buyerStatus: "active",
    enabled,
    weight,
    priority: row.priority,
    destination,
    agent: { wrapUpSeconds: agent.wrapUpSeconds, ...(lacks.length > 0 && { lacks }) },
    ...(barred !== null && { barred }),
    ...toSchedule(row, beside.account.timeZone),
    ...toFilter(row, beside),
    concurrencyMax: agent.callsAtOnce,
    ringTimeoutSeconds: row.ringTimeoutSeconds,
    ...(row.dialAttemptsMax > 1 && { dialAttemptsMax: row.dialAttemptsMax }),
    revenueMicros: "0",
    revenueAfterSeconds: 0,
  };
};
