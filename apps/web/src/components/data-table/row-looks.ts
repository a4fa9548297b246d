import type { Density } from "#components/list-page/list-spec.ts";

/** Pixels, for the rows that are left out of a long list. */
export const rowHeights: Record<Density, number> = { compact: 32, comfortable: 40 };

export const rowHeightClasses: Record<Density, string> = { compact: "h-8", comfortable: "h-10" };

export const cellClasses = "overflow-hidden px-2 text-ellipsis";

/** The gap before the first column, with room for a checkbox where rows can be selected; pixels. */
export const toLeadWidth = (canSelect: boolean): number => (canSelect ? 48 : 16);

/** The gap after the last column, with room for what can be done with a row; pixels. */
export const toTailWidth = (hasActions: boolean): number => (hasActions ? 48 : 16);
