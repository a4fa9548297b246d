import type { CallSummary } from "@ccp/contract";
import type { CallListQuery } from "#api/queries.ts";

/** A page of calls, the latest arrival first, as the API gives it. */
export type CallsPage = { items: CallSummary[]; nextCursor: string | null };

/** Whether the list has its usual order; a new call has a known place only there. */
export const isLatestFirst = ({ sort = "-arrivedAt" }: CallListQuery): boolean => sort === "-arrivedAt";

/** The usual order: the later arrival first, the greater id first among equals. */
export const isBefore = (one: CallSummary, other: CallSummary): boolean => {
  const difference = Date.parse(one.arrivedAt) - Date.parse(other.arrivedAt);
  return difference === 0 ? one.id > other.id : difference > 0;
};

/** Where asking for changes has to begin: nothing on these pages was booked later. */
export const toWatermark = (pages: readonly CallsPage[]): number =>
  pages.reduce((most, { items }) => items.reduce((top, call) => Math.max(top, call.bookedSeq), most), 0);

const isOnPage = (call: CallSummary, page: CallsPage, isLastPage: boolean): boolean => {
  const last = page.items.at(-1);
  if (last === undefined) return isLastPage && page.nextCursor === null;
  return isBefore(call, last) || (isLastPage && page.nextCursor === null);
};

const takeLater = (known: CallSummary, changed: CallSummary | undefined): CallSummary =>
  changed !== undefined && changed.bookedSeq > known.bookedSeq ? changed : known;

/** The loaded pages with what changed of their calls since, each in its place. */
export const updateCalls = (pages: readonly CallsPage[], changed: readonly CallSummary[]): CallsPage[] => {
  const changes = new Map(changed.map((call) => [call.id, call]));
  return pages.map((page) => ({
    ...page,
    items: page.items.map((call) => takeLater(call, changes.get(call.id))),
  }));
};

/** The same with new calls in the usual order; a call older than all that is loaded waits for its page. */
export const mergeCalls = (pages: readonly CallsPage[], changed: readonly CallSummary[]): CallsPage[] => {
  const merged = updateCalls(pages, changed);
  const known = new Set(pages.flatMap(({ items }) => items.map(({ id }) => id)));
  for (const call of changed.filter(({ id }) => !known.has(id))) {
    const index = pages.findIndex((page, at) => isOnPage(call, page, at === pages.length - 1));
    merged[index]?.items.push(call);
  }
  return merged.map((page) => ({
    ...page,
    items: page.items.toSorted((one, other) => (isBefore(one, other) ? -1 : 1)),
  }));
};

/** Filters on what changes while a call goes on. */
const movingFilters = [
  "status",
  "outcome",
  "buyerId",
  "targetId",
  "converted",
  "hasRecording",
  "hasVoicemail",
  "connectedSecondsMin",
  "connectedSecondsMax",
] as const;

/**
 * Whether a shown call that was booked anew may match the filters no longer: it is not among the changes that do,
 * and it was not over yet. An answer of true can be wrong, one of false cannot.
 */
export const mayHaveLeft = (
  pages: readonly CallsPage[],
  changed: readonly CallSummary[],
  booked: ReadonlySet<string>,
  filters: CallListQuery,
): boolean => {
  if (!movingFilters.some((key) => filters[key] !== undefined)) return false;
  const matching = new Set(changed.map(({ id }) => id));
  return pages.some(({ items }) =>
    items.some(({ id, status }) => booked.has(id) && !matching.has(id) && status !== "ended"),
  );
};

/** The rows as they are shown: those that arrived above the line wait until the reader wants them. */
export const splitAtLine = (
  calls: readonly CallSummary[],
  line: CallSummary | null,
): { shown: readonly CallSummary[]; waiting: number } => {
  const shown = line === null ? calls : calls.filter((call) => !isBefore(call, line));
  return { shown, waiting: calls.length - shown.length };
};
