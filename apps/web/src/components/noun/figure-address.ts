import { toFigureFilters, type FigureNoun, type NounFigures } from "@ccp/contract";
import { toCallsAddress } from "#lib/calls-address.ts";

type CountName = keyof ReturnType<typeof toFigureFilters>;

/** Which calls stand behind the figure of a column, and what is worth seeing first. */
const behind: Record<string, { count: CountName; sort?: string }> = {
  live: { count: "live" },
  hour: { count: "hour" },
  day: { count: "day" },
  month: { count: "month" },
  connected: { count: "connected" },
  connectedRate: { count: "connected" },
  converted: { count: "converted" },
  convertedRate: { count: "converted" },
  revenue: { count: "day", sort: "-revenueMicros" },
  payout: { count: "day", sort: "-payoutMicros" },
  margin: { count: "day", sort: "-revenueMicros" },
};

/** Where the calls of a figure are listed; null where there is none to list. */
export const toFigureAddress = (
  by: FigureNoun,
  figures: NounFigures,
  { at, columnId }: { at: string; columnId: string },
): string | null => {
  const found = behind[columnId];
  if (found === undefined || figures[found.count] === 0) return null;
  return toCallsAddress(toFigureFilters(by, figures, at)[found.count], found.sort);
};
