import { z } from "zod";
import { bulkItemsMax, itemsOf } from "./bulk.ts";
import { serialId, time, uuid, uuidRef, version } from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { page, pageQuery, search, sortOf } from "./page.ts";

/** Lines that one import takes. */
export const importLinesMax = 10_000;

/** Entries that one account may have. */
export const blockedCallersMax = 100_000;

/** One number, all that begin alike, or callers who withhold theirs. */
export const blockKind = z.enum(["number", "prefix", "anonymous"]);

export type BlockKind = z.infer<typeof blockKind>;

const fields = {
  /** Shown on the page of each call that the entry blocks. */
  reason: z.string().trim().max(200),
  /** From then on the entry blocks nobody; null: never. */
  expiresAt: time.nullable(),
};

const shared = {
  /** Null: for every campaign of the account. */
  campaignId: uuid.nullable().default(null),
  reason: fields.reason.default(""),
  expiresAt: fields.expiresAt.default(null),
};

export const createBlockedCallerBody = z.strictObject({
  kind: blockKind,
  /** A number as people write it, or how numbers begin, such as +1900; empty for `anonymous`. */
  value: z.string().trim().max(32).default(""),
  ...shared,
});

export type CreateBlockedCaller = z.infer<typeof createBlockedCallerBody>;

export const addBlockedCallersBody = z.strictObject({
  items: z.array(createBlockedCallerBody).min(1).max(bulkItemsMax),
});

export type AddBlockedCallers = z.infer<typeof addBlockedCallersBody>;

export const importBlockedCallersBody = z.strictObject({
  /**
   * A number, a beginning with a star such as +1900*, or the word anonymous in each line; after a comma a reason of its
   * own. Empty lines and those that begin with # say nothing.
   */
  text: z.string().min(1, "Give at least one line.").max(800_000),
  ...shared,
});

export type ImportBlockedCallers = z.infer<typeof importBlockedCallersBody>;

/** Entries that were in force before are left as they are; those that had expired are renewed, and count as added. */
export const importedBlockedCallers = z.strictObject({ added: z.number(), alreadyThere: z.number() });

export type ImportedBlockedCallers = z.infer<typeof importedBlockedCallers>;

export const updateBlockedCallerBody = z.strictObject({ ...fields, version }).partial();

export type UpdateBlockedCaller = z.infer<typeof updateBlockedCallerBody>;

export const listBlockedCallersQuery = z.strictObject({
  ...pageQuery,
  sort: sortOf(["value", "kind", "campaign", "reason", "expiresAt", "createdAt", "updatedAt"]).default(
    "-createdAt",
  ),
  /** Any part of the number in any format, or of the reason. */
  search: search.optional(),
  kind: filterOf(blockKind).optional(),
  campaignId: filterOf(uuid).optional(),
  isExpired: z.enum(["true", "false"]).optional(),
});

export type ListBlockedCallersQuery = z.infer<typeof listBlockedCallersQuery>;

export const blockedCaller = z.strictObject({
  id: serialId,
  kind: blockKind,
  /** With its plus sign; how numbers begin for `prefix`, empty for `anonymous`. */
  value: z.string(),
  campaign: uuidRef.nullable(),
  reason: z.string(),
  expiresAt: time.nullable(),
  isExpired: z.boolean(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type BlockedCaller = z.infer<typeof blockedCaller>;

export const blockedCallerPage = page(blockedCaller);

export const blockedCallerItems = itemsOf(blockedCaller);
