import type { AgentSkills } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectSkills } from "./agents.store.ts";

export const listAgentSkills = ({ pools, ctx }: Omit<Verb<unknown>, "input">): Promise<AgentSkills> =>
  withAccount(pools.app, ctx.accountId, async (tx) => ({ items: await selectSkills(tx) }));
