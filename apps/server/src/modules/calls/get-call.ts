import type { CallDetail } from "@ccp/contract";
import type { AccountBook, CallState, CampaignBook } from "@ccp/engine";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { listCallAdjustments } from "#modules/adjustments/list-call-adjustments.ts";
import { findBook } from "#modules/books/find-book.ts";
import { selectNames } from "./calls.store.ts";
import { findCallRow } from "./calls.views.ts";
import { readFolded } from "./read-folded.ts";
import { toCallDetail } from "./to-call-detail.ts";

/** The books that decided this call, by revision; those that are no longer kept are missing. */
const readBooks = async (tx: AccountTransaction, state: CallState): Promise<Map<number, AccountBook>> => {
  const books = new Map<number, AccountBook>();
  for (const revision of new Set(state.decisions.map(({ bookRevision }) => bookRevision))) {
    const book = await findBook(tx, revision);
    if (book !== undefined) books.set(revision, book);
  }
  return books;
};

/** Everything about a call, folded from its stored events and explained by the books that decided it. */
export const getCall = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<CallDetail> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const row = await findCallRow(tx, input.id);
    const [folded] = await readFolded(tx, row === undefined ? [] : [row]);
    if (folded === undefined) throw notFound("call");
    const { call, state } = folded;
    const names = await selectNames(tx, {
      targetIds: state.attempts.map(({ targetId }) => targetId),
      buyerIds: state.attempts.flatMap(({ buyerId }) => buyerId ?? []),
    });
    const adjustments = await listCallAdjustments(tx, input.id);
    const books = await readBooks(tx, state);
    const campaignId = state.arrived?.campaignId ?? null;
    const findCampaign = (revision: number): CampaignBook | null =>
      campaignId === null ? null : (books.get(revision)?.campaigns[campaignId] ?? null);
    return toCallDetail({ call, state, adjustments, names, findCampaign });
  });
