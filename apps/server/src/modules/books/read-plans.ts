import type { PlanLevel, Revenue } from "@ccp/contract";
import type { CallFilter, CampaignBook, Hours, PlanGroup, PlanRow, Strategy } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listGroupMembers, type listPlanRows, listPlans, listTargetGroups } from "./books.store.ts";
import { type AgentSources, readAgents, toAgentGroupRows, toAgentRows } from "./read-agents.ts";
import { type Beside, type Overrides, type TargetRow, toCaps, toPlanRow } from "./to-plan-row.ts";

/** What a plan brings into the book of each campaign that goes by it. */
export type CompiledPlan = Pick<CampaignBook, "plan" | "strategies" | "expectations" | "groups" | "rows">;

type StoredRow = Awaited<ReturnType<typeof listPlanRows>>[number];

type Member = Awaited<ReturnType<typeof listGroupMembers>>[number];

type Group = Awaited<ReturnType<typeof listTargetGroups>>[number] & { members: Member[] };

/** Everything that rows point at; what is archived is not there. */
type Sources = {
  targets: ReadonlyMap<string, TargetRow>;
  groups: ReadonlyMap<string, Group>;
  agents: AgentSources;
  beside: Beside;
};

const toOverrides = (row: StoredRow): Overrides => ({
  revenue: row.revenue as Revenue | null,
  hours: row.hours as Hours | null,
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  dialAttemptsMax: row.dialAttemptsMax,
  filter: row.filter as CallFilter | null,
  concurrencyMax: row.concurrencyMax,
});

const toTargetRow = (row: StoredRow, { targets, beside }: Sources): PlanRow[] => {
  const target = targets.get(row.targetId ?? "");
  return target === undefined ? [] : [toPlanRow(target, beside, row, toOverrides(row))];
};

/** The members of a group's row in a line; the row's overrides are those of each. */
const toMemberRows = (
  row: StoredRow,
  { members, group }: { members: readonly Member[]; group: number },
  { targets, beside }: Sources,
): PlanRow[] =>
  members.flatMap(({ targetId, weight, enabled }) => {
    const target = targets.get(targetId);
    if (target === undefined) return [];
    const place = { priority: row.priority, weight, enabled };
    return [{ ...toPlanRow(target, beside, place, toOverrides(row)), group }];
  });

type OfGroup = Omit<Group, "members" | "caps" | "capsGeneration" | "concurrencyMax">;

const toPlanGroup = (row: StoredRow, { id, name, status, strategy, expectation }: OfGroup): PlanGroup => ({
  id,
  name,
  priority: row.priority,
  weight: row.weight,
  enabled: row.enabled && status === "active",
  strategy,
  ...(expectation !== null && strategy === "best-expected-revenue" && { expectation }),
});

/** What a group's members share. */
const toShared = (group: Group, accountZone: string): Pick<PlanGroup, "caps" | "concurrencyMax"> => {
  const caps = toCaps(group, accountZone);
  const { concurrencyMax } = group;
  return { ...(caps && { caps }), ...(concurrencyMax !== null && { concurrencyMax }) };
};

const compileRows = (
  stored: readonly StoredRow[],
  sources: Sources,
): { rows: PlanRow[]; groups: PlanGroup[] } => {
  const rows: PlanRow[] = [];
  const groups: PlanGroup[] = [];
  for (const row of stored) {
    const group = sources.groups.get(row.groupId ?? "");
    const agentGroup = sources.agents.groups.get(row.agentGroupId ?? "");
    if (group !== undefined) {
      rows.push(...toMemberRows(row, { members: group.members, group: groups.length }, sources));
      groups.push({ ...toPlanGroup(row, group), ...toShared(group, sources.beside.account.timeZone) });
    } else if (agentGroup !== undefined) {
      rows.push(...toAgentGroupRows(row, { of: agentGroup, group: groups.length }, sources));
      groups.push(toPlanGroup(row, { ...agentGroup, strategy: "longest-idle", expectation: null }));
    } else {
      rows.push(...toTargetRow(row, sources), ...toAgentRows(row, sources));
    }
  }
  return { rows, groups };
};

const toStrategies = (levels: readonly PlanLevel[]): Record<string, Strategy> =>
  Object.fromEntries(levels.map(({ priority, strategy }) => [String(priority), strategy]));

/** Of the levels that say something of it. */
const toExpectations = (levels: readonly PlanLevel[]): Pick<CompiledPlan, "expectations"> => {
  const said = levels.flatMap(({ priority, expectation }) =>
    expectation === undefined ? [] : [[String(priority), expectation] as const],
  );
  return said.length === 0 ? {} : { expectations: Object.fromEntries(said) };
};

const readGroups = async (tx: AccountTransaction): Promise<ReadonlyMap<string, Group>> => {
  const groups = new Map<string, Group>();
  for (const group of await listTargetGroups(tx)) groups.set(group.id, { ...group, members: [] });
  for (const member of await listGroupMembers(tx)) groups.get(member.groupId)?.members.push(member);
  return groups;
};

/** The account's plans by id, groups flattened and overrides resolved. */
export const readPlans = async (
  tx: AccountTransaction,
  {
    rows,
    targets,
    beside,
  }: { rows: readonly StoredRow[]; targets: ReadonlyMap<string, TargetRow>; beside: Beside },
): Promise<ReadonlyMap<string, CompiledPlan>> => {
  const sources = { targets, beside, groups: await readGroups(tx), agents: await readAgents(tx) };
  const stored = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const known = stored.get(row.planId);
    if (known === undefined) stored.set(row.planId, [row]);
    else known.push(row);
  }
  const plans = await listPlans(tx);
  return new Map(
    plans.map(({ id, name, strategies }) => {
      const { rows, groups } = compileRows(stored.get(id) ?? [], sources);
      const levels = strategies as PlanLevel[];
      return [
        id,
        {
          plan: { id, name },
          ...(levels.length > 0 && { strategies: toStrategies(levels) }),
          ...toExpectations(levels),
          ...(groups.length > 0 && { groups }),
          rows,
        },
      ];
    }),
  );
};
