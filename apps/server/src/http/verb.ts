import type { Pools } from "#db/client.ts";
import type { Context } from "./context.ts";

/** What every verb of a noun is called with. */
export type Verb<Input> = { pools: Pools; ctx: Context; input: Input };

export type Page<Item> = { items: Item[]; nextCursor: string | null };
