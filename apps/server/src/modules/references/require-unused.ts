import type { ConfigurationNoun } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { selectUses } from "./references.store.ts";

/** What can be used, and so be kept from being archived. */
export type UsedNoun = Exclude<ConfigurationNoun, "number">;

const sentences: Record<UsedNoun, string> = {
  campaign: "Point these numbers to another campaign first.",
  publisher: "Take this publisher off these numbers first.",
  buyer: "Archive or move this buyer's targets first.",
  target: "Take this target out of these plans, groups and campaigns first.",
  "target-group": "Take this group out of these plans first.",
  agent: "Take this agent out of these plans and groups first.",
  "agent-group": "Take this group out of these plans first.",
  plan: "Have these campaigns go by another plan first.",
};

/** Refuses to archive what something in service uses; each detail names one user, at the place of what it uses. */
export const requireUnused = async (
  tx: AccountTransaction,
  noun: UsedNoun,
  items: readonly { id: string | number; idPath: string | null }[],
): Promise<void> => {
  const ids = items.map(({ id }) => String(id));
  const { items: uses } = await selectUses(tx, noun, { ids, limit: 20 });
  if (uses.length === 0) return;
  const paths = new Map(items.map(({ id, idPath }) => [String(id), idPath ?? ""]));
  throw new AppError("in-use", sentences[noun], {
    details: uses.map(({ usedId, name }) => ({ path: paths.get(usedId) ?? "", message: name })),
  });
};
