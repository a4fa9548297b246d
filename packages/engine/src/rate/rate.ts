import { z } from "zod";
import type { PlanRow } from "#book.ts";

/** For how long a rate looks back. */
export const rateWindows = ["second", "minute"] as const;

/** At most so many calls are begun in any second or minute, whenever it starts. */
export const rate = z.strictObject({ calls: z.int().min(1).max(1000), per: z.enum(rateWindows) });

export type Rate = z.infer<typeof rate>;

/** By which the dials of a target are counted; it names the window. */
export type RateKey = string;

const windowsMs = { second: 1000, minute: 60_000 } as const;

export const toRateKey = (targetId: string, { per }: Rate): RateKey => `${targetId}:${per}`;

/** How far back a key looks, in ms. */
export const toRateWindowMs = (key: RateKey): number =>
  key.endsWith(":second") ? windowsMs.second : windowsMs.minute;

/** Whether the target has begun as many calls within the window as it takes. */
export const isRateFull = ({ rate: own }: PlanRow, begun: number): boolean =>
  own !== undefined && begun >= own.calls;

/** Why a row was passed over by its rate, to follow its target's name. */
export const describeRate = ({ rate: own }: PlanRow, begun: number): string =>
  own === undefined
    ? "had begun as many calls as it takes"
    : `had reached its rate: ${begun} of ${own.calls} ${own.calls === 1 ? "call" : "calls"} begun within a ${own.per}`;
