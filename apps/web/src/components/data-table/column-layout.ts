import type { Column } from "@ccp/contract";

/** Where a column stands: `left` only where it stays in sight while the others scroll. */
export type PlacedColumn<Row> = {
  column: Column<Row>;
  /** Undefined: shares what the others leave. */
  width: number | undefined;
  left: number | undefined;
};

const figureWidth = 88;
const textWidth = 120;

/** Every pinned column and every figure has a width of its own; the others share the rest. */
export const placeColumns = <Row>(
  columns: readonly Column<Row>[],
  pinnedCount: number,
  widths: Readonly<Record<string, number>>,
): readonly PlacedColumn<Row>[] => {
  let left = 0;
  return columns.map((column, index) => {
    const isPinned = index < pinnedCount;
    const own = widths[column.id] ?? (column.isNumeric ? figureWidth : undefined);
    const width = own ?? (isPinned ? textWidth : undefined);
    const placed = { column, width, left: isPinned ? left : undefined };
    left += width ?? 0;
    return placed;
  });
};

/** Below this width, in pixels, the table scrolls sideways. */
export const toMinWidth = (columns: readonly { width: number | undefined }[], leadWidth: number): number =>
  columns.reduce((sum, { width }) => sum + (width ?? textWidth), leadWidth);
