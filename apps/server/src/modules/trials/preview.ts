import type { Live } from "#live/live.ts";

/** Asks the live path about a call that nobody makes. */
export type Preview = Live["preview"];
