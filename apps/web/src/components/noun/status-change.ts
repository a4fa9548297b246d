import type { ConfigurationNoun } from "@ccp/contract";
import {
  archiveNouns,
  setStatuses,
  toSubject,
  type ArchivedNoun,
  type NounRow,
  type StatusItem,
} from "./noun-operations.ts";
import type { Undoable } from "./use-undoable.ts";

const toItems = (rows: readonly NounRow[], toStatus: (row: NounRow) => StatusItem["status"]): StatusItem[] =>
  rows.map((row) => ({ id: row.id, status: toStatus(row) }));

const toFormer = ({ status }: NounRow): StatusItem["status"] => (status === "paused" ? "paused" : "active");

const toIds = (rows: readonly NounRow[]) => rows.map(({ id }) => id);

const are = (rows: readonly NounRow[]): string => (rows.length === 1 ? "is" : "are");

/** Pausing or resuming these, and the way back to how each of them was. */
export const toStatusChange = (
  noun: ConfigurationNoun,
  rows: readonly NounRow[],
  status: StatusItem["status"],
): Undoable => {
  const subject = toSubject(noun, rows);
  return {
    act: () => setStatuses[noun](toItems(rows, () => status)),
    done: status === "paused" ? `Paused ${subject}` : `Resumed ${subject}`,
    undo: () => setStatuses[noun](toItems(rows, toFormer)),
    undone: `${subject} ${are(rows)} as before`,
  };
};

/** Archiving these, which are not archived yet. */
export const toArchiving = (noun: ArchivedNoun, rows: readonly NounRow[]): Undoable => {
  const subject = toSubject(noun, rows);
  return {
    act: () => archiveNouns[noun](toIds(rows)),
    done: `Archived ${subject}`,
    undo: () => setStatuses[noun](toItems(rows, toFormer)),
    undone: `${subject} ${are(rows)} back`,
  };
};

/** Bringing these back from the archive. */
export const toBringingBack = (noun: ArchivedNoun, rows: readonly NounRow[]): Undoable => {
  const subject = toSubject(noun, rows);
  return {
    act: () => setStatuses[noun](toItems(rows, () => "active")),
    done: `Brought back ${subject}`,
    undo: () => archiveNouns[noun](toIds(rows)),
    undone: `${subject} ${are(rows)} archived again`,
  };
};
