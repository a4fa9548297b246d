import type { BlockedCaller } from "@ccp/contract";
import { client } from "#api/client.ts";
import type { Undoable } from "#components/noun/use-undoable.ts";
import { formatPhone } from "#lib/format-phone.ts";

/** Whom an entry blocks, as people call it. */
export const toEntryName = ({ kind, value }: Pick<BlockedCaller, "kind" | "value">): string => {
  if (kind === "anonymous") return "Withheld numbers";
  return kind === "prefix" ? `${value}*` : formatPhone(value);
};

const toSubject = (entries: readonly BlockedCaller[]): string => {
  const [first, ...rest] = entries;
  return first === undefined || rest.length > 0 ? `${entries.length} entries` : toEntryName(first);
};

const toBody = ({ kind, value, campaign, reason, expiresAt }: BlockedCaller) => ({
  kind,
  value,
  campaignId: campaign?.id ?? null,
  reason,
  expiresAt,
});

/** Takes entries out; undone, they come back as they were. */
export const toRemoval = (entries: readonly BlockedCaller[]): Undoable => ({
  act: () => client.removeBlockedCallers({ body: { ids: entries.map(({ id }) => id) } }),
  done: `Removed ${toSubject(entries)}`,
  undo: () => client.addBlockedCallers({ body: { items: entries.map(toBody) } }),
  undone: `${toSubject(entries)} ${entries.length === 1 ? "is" : "are"} blocked again`,
});
