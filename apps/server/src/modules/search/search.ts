import type { SearchHit, SearchQuery, SearchResult } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { isOverdue } from "#http/database-error.ts";
import { toNumberDigits } from "#http/number-digits.ts";
import type { AtNow } from "#http/verb.ts";
import { type CallsWanted, findLatestCalls } from "./calls-search.store.ts";
import { findNouns, hitsMax } from "./search.store.ts";

/** Somebody is typing: what takes longer is left out. */
const callsTimeoutMs = 700;

const recentMs = 7 * 86_400_000;

/** Fewer digits are in too many numbers of callers to tell one. */
const callerDigitsMin = 4;

/** A beginning of an id without a letter or a hyphen has eight digits at least: fewer are of a number. */
const idBeginning = /^(?=.*[a-f-]|\d{8})(?:[\da-f]-?){4,32}$/;

const toCallsWanted = (text: string, digits: string | undefined, now: number): CallsWanted => ({
  idBeginning: idBeginning.test(text) ? text : undefined,
  digits: digits === undefined || digits.length < callerDigitsMin ? undefined : digits,
  since: new Date(now - recentMs),
});

/** Each once, the latest first. */
const toLatest = (hits: readonly SearchHit[]): SearchHit[] =>
  [...new Map(hits.map((hit) => [hit.id, hit])).values()]
    .toSorted((one, other) => (other.at ?? "").localeCompare(one.at ?? ""))
    .slice(0, hitsMax);

/** Nouns and calls by part of a name, a number or an id. */
export const search = async ({ pools, ctx, input, now }: AtNow<SearchQuery>): Promise<SearchResult> => {
  const text = input.q.toLowerCase();
  const digits = toNumberDigits(text);
  const nouns = await withAccount(pools.app, ctx.accountId, (tx) => findNouns(tx, { text, digits }));
  const wanted = toCallsWanted(text, digits, now);
  if (wanted.idBeginning === undefined && wanted.digits === undefined) {
    return { items: nouns, isComplete: true };
  }
  try {
    const hits = await withAccount(pools.app, ctx.accountId, (tx) =>
      findLatestCalls(tx, wanted, callsTimeoutMs),
    );
    return { items: [...nouns, ...toLatest(hits)], isComplete: true };
  } catch (error) {
    if (!isOverdue(error)) throw error;
    return { items: nouns, isComplete: false };
  }
};
