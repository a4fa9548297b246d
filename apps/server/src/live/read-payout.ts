import {
  createCallTags,
  findListed,
  listPayoutRules,
  toArrivalPayout,
  toListQuestions,
  type ArrivedFact,
  type CampaignBook,
  type ListQuestion,
} from "@ccp/engine";
import { listsOf } from "./snapshot/lists-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

// A campaign of a book does not change: its next revision is another object.
const questions = new WeakMap<CampaignBook, readonly ListQuestion[]>();

const toQuestions = (campaign: CampaignBook): readonly ListQuestion[] => {
  const known = questions.get(campaign);
  if (known !== undefined) return known;
  const found = toListQuestions(listPayoutRules(campaign));
  questions.set(campaign, found);
  return found;
};

/** What the publisher is paid by as far as the arrival at `at` (epoch ms) settles it, by the book of this moment. */
export const readPayout = (
  entry: SnapshotEntry,
  arrived: ArrivedFact,
  at: number,
): Pick<ArrivedFact, "payout" | "payoutPick"> => {
  const { campaigns } = entry.book;
  const id = arrived.campaignId ?? "";
  const campaign = Object.hasOwn(campaigns, id) ? campaigns[id] : undefined;
  if (campaign === undefined) return {};
  const tags = createCallTags(arrived, at);
  const asked = toQuestions(campaign);
  const listed = asked.length === 0 ? {} : findListed(asked, listsOf(entry), tags);
  return toArrivalPayout(campaign, arrived.publisherId, { at, tags, listed });
};
