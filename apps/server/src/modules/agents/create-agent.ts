import type { Agent, CreateAgent } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { parseDestination } from "#modules/targets/parse-destination.ts";
import { requireDialable } from "#modules/targets/require-dialable.ts";
import { getAgentRow, insertAgent } from "./agents.store.ts";
import { requirePersons } from "./require-persons.ts";

export const createAgent = ({ pools, ctx, input }: Verb<CreateAgent>): Promise<Agent> =>
  changeAccount({ pools, ctx }, async (tx) => {
    await requirePersons(tx, [{ userId: input.userId, path: "body.userId" }]);
    const path = "body.destination.address";
    const destination = parseDestination(input.destination, path);
    await requireDialable(tx, [{ destination, path }]);
    const id = await insertAgent(tx, { ...input, destination });
    const after = await getAgentRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "agent", nounId: id, before: null, after, book: true },
    };
  });
