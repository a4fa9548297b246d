import type { AgentStatuses, AgentStatusShown, ListAgentStatusesQuery } from "@ccp/contract";
import { listAgentMarks, toAgentNumbers, toAgentStatus } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { selectStanding } from "./presence.store.ts";

type Asked = AtNow<ListAgentStatusesQuery> & { capacity: Pick<Capacity, "readInUse" | "readMarks"> };

const toTime = (at: number): string => new Date(at).toISOString();

/** From the authority that decisions ask, as of now. */
export const listAgentStatuses = async ({
  pools,
  ctx,
  input,
  capacity,
  now,
}: Asked): Promise<AgentStatuses> => {
  const { accountId } = ctx;
  const agents = await withAccount(pools.app, accountId, (tx) => selectStanding(tx, input.agentId));
  const ids = agents.map(({ id }) => id);
  const inUse = await capacity.readInUse(accountId, ids);
  const marks = ids.map(listAgentMarks);
  const { at: read } = await capacity.readMarks(accountId, marks.flat());
  let place = 0;
  const items = agents.map(({ id, wrapUpSeconds, callsAtOnce }, index): AgentStatusShown => {
    const numbers = toAgentNumbers((marks[index] ?? []).map(() => read[place++] ?? 0));
    const busy = inUse[index] ?? 0;
    const { kind, until } = toAgentStatus({ wrapUpSeconds }, { ...numbers, inUse: busy }, now);
    return {
      agentId: id,
      status: kind,
      until: until === null ? null : toTime(until),
      presence: numbers.presence,
      presenceSince: numbers.since === 0 ? null : toTime(numbers.since),
      inUse: busy,
      callsAtOnce,
    };
  });
  return { at: toTime(now), items };
};
