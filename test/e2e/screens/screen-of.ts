import type { Screen } from "#support/screens.ts";

/** A screen whose address is known only once there is something to show. */
export type ScreenOf<Known> = Omit<Screen, "url"> & { url: (known: Known) => string };
