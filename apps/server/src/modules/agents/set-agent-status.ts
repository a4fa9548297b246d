import { type AgentStatusShown, isAllowed, type SetAgentStatus } from "@ccp/contract";
import { AppError, invalidField, notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import type { AtNow } from "#http/verb.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { listAgentStatuses } from "./list-agent-statuses.ts";
import { findPresence, type Said, writePresence } from "./presence.store.ts";
import { tellPresence } from "./tell-presence.ts";

type Asked = AtNow<{ id: string } & SetAgentStatus> & {
  capacity: Pick<Capacity, "readInUse" | "readMarks" | "note">;
};

/** An agent may say it of itself; of others those who may change them, with a reason. */
const requireSay = ({ actor, role }: Context, userId: number | null, reason: string): void => {
  if (actor.kind === "user" && userId !== null && actor.id === String(userId)) return;
  if (!isAllowed(role, "write")) {
    throw new AppError("forbidden", `The role ${role} sets its own status only.`);
  }
  if (reason === "") throw invalidField("body.reason", "Say why: this agent is somebody else.");
};

/** What somebody says of an agent: kept and on the audit trail first, then told to the live path before the answer. */
export const setAgentStatus = async ({
  pools,
  ctx,
  input: { id, status: presence, reason },
  capacity,
  now,
}: Asked): Promise<AgentStatusShown> => {
  const said = await changeAccount({ pools, ctx, permission: "read" }, async (tx) => {
    const before = await findPresence(tx, id);
    if (before === undefined) throw notFound("agent");
    requireSay(ctx, before.userId, reason);
    if (before.status === "archived") throw invalidField("body.status", "This agent is archived.");
    // The later word counts, so no two words of one agent have the same moment.
    const at = Math.max(now, (before.presenceAt?.getTime() ?? 0) + 1);
    const result: Said = { agentId: id, presence, at };
    await writePresence(tx, result);
    const { name } = before;
    const after = { name, presence, ...(reason !== "" && { reason }) };
    return {
      result,
      change: {
        action: "set-status",
        noun: "agent",
        nounId: id,
        before: { name, presence: before.presence },
        after,
        book: false,
      },
    };
  });
  await tellPresence(capacity, ctx.accountId, [said]);
  const agentId = { isNot: false, values: [id] };
  const { items } = await listAgentStatuses({ pools, ctx, capacity, now, input: { agentId } });
  const [status] = items;
  if (status === undefined) throw notFound("agent");
  return status;
};
