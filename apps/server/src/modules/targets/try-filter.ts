import type { FilterTrial, TryFilter } from "@ccp/contract";
import {
  createCallTags,
  findFailingBlock,
  findListed,
  listSeen,
  type RowFilter,
  toListQuestions,
} from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { readLists } from "#modules/value-lists/read-lists.ts";
import { listArrivals, readZone } from "./filter-trial.store.ts";
import { requireFilterLists } from "./require-filter-lists.ts";

/** Asks the engine what it would have said of the last calls, each at the moment it came. */
export const tryFilter = ({ pools, ctx, input }: Verb<TryFilter>): Promise<FilterTrial> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    await requireFilterLists(tx, [{ filter: input.filter, path: "body.filter" }]);
    const timeZone = input.timeZone ?? (await readZone(tx));
    const filter: RowFilter = { ...input.filter, timeZone, names: {} };
    const questions = toListQuestions([{ filter }]);
    const lists = await readLists(tx, [...new Set(questions.map(({ condition }) => condition.listId))]);
    const calls = (await listArrivals(tx)).map(({ at, fact }) => createCallTags(fact, at));
    const matched = calls.filter(
      (tags) => findFailingBlock(filter, { tags, listed: findListed(questions, lists, tags) }) < 0,
    );
    return { calls: calls.length, matched: matched.length, conditions: listSeen(filter, calls) };
  });
