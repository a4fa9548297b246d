import { isDeepStrictEqual } from "node:util";
import type { Agent, UpdateAgent } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import { parseDestination } from "#modules/targets/parse-destination.ts";
import { requireDialable } from "#modules/targets/require-dialable.ts";
import { type AgentPatch, agentStore } from "./agents.store.ts";
import { requirePersons } from "./require-persons.ts";

const withParsedDestination = (item: BulkItem<string, UpdateAgent>): BulkItem<string, UpdateAgent> => {
  const { destination, ...rest } = item.patch;
  if (destination === undefined) return item;
  return {
    ...item,
    patch: { ...rest, destination: parseDestination(destination, `${item.path}.destination.address`) },
  };
};

/** What stays as it was is not refused: it was allowed once, and routing bars it where it no longer is. */
const toNewDestination = ({ before, patch: { destination }, path }: Found<Agent, string, AgentPatch>) =>
  destination === undefined || isDeepStrictEqual(destination, before.destination)
    ? []
    : [{ destination, path: `${path}.destination.address` }];

export const changeAgents = (tx: AccountTransaction, items: readonly BulkItem<string, UpdateAgent>[]) =>
  changeItems(tx, agentStore, {
    action: "update",
    items: items.map(withParsedDestination),
    check: async (found) => {
      await requirePersons(
        tx,
        found.map(({ patch: { userId }, path }) => ({ userId, path: `${path}.userId` })),
      );
      await requireDialable(tx, found.flatMap(toNewDestination));
    },
  });
