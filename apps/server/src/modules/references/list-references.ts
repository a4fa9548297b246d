import type { ConfigurationNoun, ListReferencesQuery, References } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectUses } from "./references.store.ts";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

const serial = /^[1-9]\d{0,14}$/;

const idOf: Record<ConfigurationNoun, RegExp> = {
  campaign: uuid,
  publisher: uuid,
  target: uuid,
  "target-group": uuid,
  agent: uuid,
  "agent-group": uuid,
  plan: uuid,
  buyer: serial,
  number: serial,
};

/** What in service uses something; nothing uses what is not there. */
export const listReferences = ({ pools, ctx, input }: Verb<ListReferencesQuery>): Promise<References> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const asked = input.id.toLowerCase();
    if (!idOf[input.noun].test(asked)) return { items: [], total: 0 };
    const { items, total } = await selectUses(tx, input.noun, { ids: [asked], limit: 100 });
    return { items: items.map(({ noun, id, name, how }) => ({ noun, id, name, how })), total };
  });
