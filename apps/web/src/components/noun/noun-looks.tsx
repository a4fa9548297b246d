import type { WithFigures } from "@ccp/contract";
import type { RowLooks } from "#components/data-table/data-table.tsx";
import { toNounPath } from "#components/noun-path.ts";
import { renderFigure } from "./figure-cell.tsx";
import { NounCard } from "./noun-card.tsx";
import { hasFigures } from "./has-figures.ts";
import type { ListedNoun, NounListing } from "./noun-listing.ts";

/** Pixels. */
const figureWidths = {
  status: 88,
  live: 52,
  hour: 56,
  day: 60,
  month: 64,
  convertedRate: 96,
  connectedRate: 100,
  revenue: 104,
  payout: 100,
  margin: 104,
  lastCall: 96,
  lastResult: 116,
};

/** What a list of these nouns looks like; `at`: as of when its figures are. */
export const toNounLooks = <Row extends ListedNoun>(
  listing: NounListing<Row>,
  at: string | undefined,
): RowLooks<WithFigures<Row>> => ({
  toKey: ({ id }) => String(id),
  toName: listing.toName,
  toHref: ({ id }) => toNounPath(listing.noun, id) ?? "",
  renderCell: (row, columnId) =>
    listing.renderCell?.(row, columnId) ??
    (hasFigures(listing.noun) ? renderFigure(listing.noun, row, { at, columnId }) : undefined),
  renderCard: (row) => <NounCard listing={listing} row={row} />,
  widths: { ...figureWidths, ...listing.widths },
});
