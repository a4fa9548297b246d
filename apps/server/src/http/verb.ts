import type { Pools } from "#db/client.ts";
import type { Context } from "./context.ts";

/** What every verb of a noun is called with. */
export type Verb<Input> = { pools: Pools; ctx: Context; input: Input };

/** A verb whose answer depends on the time; epoch ms. */
export type AtNow<Input> = Verb<Input> & { now: number };

export type Page<Item> = { items: Item[]; nextCursor: string | null };
