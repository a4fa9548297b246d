import { z } from "zod";
import { serialId, time, uuid } from "./fields.ts";
import { configurationNoun } from "./references.ts";

export const searchQuery = z.strictObject({
  /** Part of a name or of a phone number in any format, or the beginning of a call's id. */
  q: z.string().trim().min(2, "Give two characters or more.").max(80),
});

export type SearchQuery = z.infer<typeof searchQuery>;

export const searchHit = z.strictObject({
  kind: z.enum([...configurationNoun.options, "value-list", "call"]),
  id: z.union([uuid, serialId]),
  title: z.string(),
  subtitle: z.string(),
  /** When a call arrived; null for everything else. */
  at: time.nullable(),
});

export type SearchHit = z.infer<typeof searchHit>;

/** At most six of a kind. Not complete when looking through the calls took too long. */
export const searchResult = z.strictObject({ items: z.array(searchHit), isComplete: z.boolean() });

export type SearchResult = z.infer<typeof searchResult>;
