import {
  type CallState,
  type CampaignBook,
  createCallTags,
  findListed,
  listRows,
  type Listed,
  type ListQuestion,
  toListQuestions,
} from "@ccp/engine";
import { listsOf } from "./snapshot/lists-of.ts";
import type { SnapshotEntry } from "./snapshot/snapshot.ts";

// A campaign of a book does not change: its next revision is another object.
const questions = new WeakMap<CampaignBook, readonly ListQuestion[]>();

const toQuestions = (campaign: CampaignBook): readonly ListQuestion[] => {
  const known = questions.get(campaign);
  if (known !== undefined) return known;
  const found = toListQuestions(listRows(campaign));
  questions.set(campaign, found);
  return found;
};

/** Which value lists a call is in at `at` (epoch ms); undefined where no filter of the campaign asks for one. */
export const readListed = (
  entry: SnapshotEntry,
  campaign: CampaignBook | null,
  { state: { arrived }, at }: { state: CallState; at: number },
): Listed | undefined => {
  if (campaign === null || arrived === null) return undefined;
  const asked = toQuestions(campaign);
  return asked.length === 0 ? undefined : findListed(asked, listsOf(entry), createCallTags(arrived, at));
};
