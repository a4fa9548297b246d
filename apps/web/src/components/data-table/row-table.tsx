import type { RefObject } from "react";
import { Table } from "#ui/table.tsx";
import { placeColumns, toMinWidth } from "./column-layout.ts";
import type { DataTableProps } from "./data-table.tsx";
import { rowHeights, toLeadWidth, toTailWidth } from "./row-looks.ts";
import { SkeletonRows } from "./row-skeletons.tsx";
import { TableHeads } from "./table-heads.tsx";
import { TableRow } from "./table-row.tsx";
import { useRowWindow } from "./use-row-window.ts";

type RowTableProps<Row> = DataTableProps<Row> & { scroller: RefObject<HTMLElement | null> };

export const RowTable = <Row,>(props: RowTableProps<Row>) => {
  const { columns, pinnedCount, widths = {}, density, rows, selection, sort, onSort, scroller } = props;
  const placed = placeColumns(columns, pinnedCount, widths);
  const leadWidth = toLeadWidth(selection !== null);
  const tailWidth = toTailWidth(props.renderActions !== undefined);
  const hasSharing = placed.some(({ width }) => width === undefined);
  const rowHeight = rowHeights[density];
  const { from, to } = useRowWindow(scroller, rows?.length ?? 0, rowHeight);
  return (
    <Table
      className="table-fixed"
      style={{ minWidth: toMinWidth(placed, leadWidth + tailWidth) }}
      aria-rowcount={rows === undefined ? undefined : rows.length + 1}
    >
      <colgroup>
        <col style={{ width: leadWidth }} />
        {placed.map(({ column, width }) => (
          <col key={column.id} style={{ width }} />
        ))}
        <col style={{ width: hasSharing ? tailWidth : undefined }} />
      </colgroup>
      <TableHeads
        placed={placed}
        sort={sort}
        onSort={onSort}
        selection={selection}
        hasActions={props.renderActions !== undefined}
      />
      <tbody>
        {rows === undefined ? (
          <SkeletonRows placed={placed} density={density} />
        ) : (
          <>
            <Gap rows={from} rowHeight={rowHeight} />
            {rows.slice(from, to).map((row, index) => (
              <TableRow
                key={props.toKey(row)}
                row={row}
                place={from + index + 2}
                placed={placed}
                looks={props}
                density={density}
                selection={selection}
                openKey={props.openKey}
              />
            ))}
            <Gap rows={rows.length - to} rowHeight={rowHeight} />
          </>
        )}
      </tbody>
    </Table>
  );
};

/** Stands for the rows that are not drawn. */
const Gap = ({ rows, rowHeight }: { rows: number; rowHeight: number }) =>
  rows > 0 && (
    <tr aria-hidden>
      <td style={{ height: rows * rowHeight }} />
    </tr>
  );
