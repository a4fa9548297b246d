import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { TableCell } from "#ui/table.tsx";
import type { Density } from "#components/list-page/list-spec.ts";
import { CellView } from "./cell-view.tsx";
import type { PlacedColumn } from "./column-layout.ts";
import type { RowLooks } from "./data-table.tsx";
import { RowLink } from "./row-link.tsx";
import { cellClasses, rowHeightClasses } from "./row-looks.ts";
import type { Selection } from "./use-selection.ts";

type TableRowProps<Row> = {
  row: Row;
  /** Its line in the whole table, the head counted. */
  place: number;
  placed: readonly PlacedColumn<Row>[];
  looks: RowLooks<Row>;
  density: Density;
  selection: Selection | null;
  openKey: string | null;
};

export const TableRow = <Row,>(props: TableRowProps<Row>) => {
  const { row, place, placed, looks, density, selection, openKey } = props;
  const key = looks.toKey(row);
  const name = looks.toName(row);
  const isSelected = selection?.selected.has(key) ?? false;
  return (
    <tr
      aria-rowindex={place}
      aria-selected={selection === null ? undefined : isSelected}
      className={cn(
        "group relative bg-grey-1 hover:bg-grey-3 has-[a:focus-visible]:bg-accent-soft",
        (isSelected || key === openKey) && "bg-accent-soft hover:bg-accent-soft",
        looks.isFading?.(row) && "text-grey-11",
      )}
    >
      <TableCell className={cn("px-0 pl-4", rowHeightClasses[density])}>
        <RowLink
          rowKey={key}
          href={looks.toHref(row)}
          name={name}
          isOpen={key === openKey}
          isReplacing={openKey !== null}
          className="absolute inset-0 z-2 rounded-control outline-offset-[-2px]"
        />
        {selection !== null && (
          <Checkbox
            aria-label={`Select ${name}`}
            className="z-3 mx-auto"
            checked={isSelected}
            onClick={(event) => selection.toggle(key, event.shiftKey)}
          />
        )}
      </TableCell>
      {placed.map(({ column, left }) => (
        <RowCell key={column.id} left={left} isNumeric={column.isNumeric} density={density}>
          {looks.renderCell?.(row, column.id) ?? <CellView cell={column.toCell(row)} />}
        </RowCell>
      ))}
      <TableCell
        className={cn(
          "px-0",
          looks.renderActions !== undefined &&
            "pointer-events-none sticky right-0 z-3 bg-[inherit] group-hover:bg-inherit",
        )}
      >
        {looks.renderActions !== undefined && (
          <div className="pointer-events-auto ml-auto w-fit pr-2">{looks.renderActions(row)}</div>
        )}
      </TableCell>
    </tr>
  );
};

type RowCellProps = {
  left: number | undefined;
  isNumeric: boolean;
  density: Density;
  children: ReactNode;
};

/** A pinned cell lies over the others, yet lets clicks through to the row's link but for what is in it. */
const RowCell = ({ left, isNumeric, density, children }: RowCellProps) => (
  <TableCell
    style={left === undefined ? undefined : { left }}
    className={cn(
      cellClasses,
      rowHeightClasses[density],
      isNumeric && "text-right tabular-nums",
      left !== undefined &&
        "pointer-events-none sticky z-3 border-r border-r-grey-6 bg-[inherit] group-hover:bg-inherit",
    )}
  >
    {children}
  </TableCell>
);
