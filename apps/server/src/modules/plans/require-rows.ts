import { planRowKeys, type PlanRowInput } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { requireAgentGroups } from "#modules/agent-groups/require-agent-groups.ts";
import { requireAgents } from "#modules/agents/require-agents.ts";
import { requireTargetGroups } from "#modules/target-groups/require-target-groups.ts";
import { requireFilterLists } from "#modules/targets/require-filter-lists.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";

/**
 * Refuses rows whose targets, agents, groups or value lists are absent, somebody else's or archived; `toPath` says where
 * a field of each row stands.
 */
export const requireRows = async (
  tx: AccountTransaction,
  rows: readonly PlanRowInput[],
  toPath: (index: number, field: string) => string,
): Promise<void> => {
  const listOf = <Kind extends PlanRowInput["kind"]>(
    kind: Kind,
    toId: (row: Extract<PlanRowInput, { kind: Kind }>) => string,
  ) =>
    rows.flatMap((row, index) =>
      row.kind === kind
        ? [
            {
              id: toId(row as Extract<PlanRowInput, { kind: Kind }>),
              path: toPath(index, planRowKeys[kind]),
            },
          ]
        : [],
    );
  const filters = rows.map(({ filter }, index) => ({ filter, path: toPath(index, "filter") }));
  await requireTargets(
    tx,
    listOf("target", ({ targetId }) => targetId),
  );
  await requireTargetGroups(
    tx,
    listOf("group", ({ groupId }) => groupId),
  );
  await requireAgents(
    tx,
    listOf("agent", ({ agentId }) => agentId),
  );
  await requireAgentGroups(
    tx,
    listOf("agent-group", ({ agentGroupId }) => agentGroupId),
  );
  await requireFilterLists(tx, filters);
};
