import type { Column } from "@ccp/contract";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { TableHead } from "#ui/table.tsx";
import type { PlacedColumn } from "./column-layout.ts";
import { findSortDirection, toNextSort } from "./sorting.ts";
import type { Selection } from "./use-selection.ts";

const headClasses = "sticky top-0 z-10 bg-grey-2";

type TableHeadsProps<Row> = {
  placed: readonly PlacedColumn<Row>[];
  sort: string;
  onSort: (sort: string) => void;
  selection: Selection | null;
  /** Whether the rows end in something that stays in sight. */
  hasActions: boolean;
};

/** The head stays in sight. A column that the list can be sorted by is a button. */
export const TableHeads = <Row,>({ placed, sort, onSort, selection, hasActions }: TableHeadsProps<Row>) => (
  <thead>
    <tr aria-rowindex={1}>
      <td className={cn(headClasses, "border-b border-grey-6 pl-4")}>
        {selection !== null && (
          <Checkbox
            aria-label="Select all rows shown"
            className="mx-auto"
            checked={selection.extent}
            onCheckedChange={selection.toggleAll}
          />
        )}
      </td>
      {placed.map(({ column, left }) => (
        <TableHead
          key={column.id}
          aria-sort={findSortDirection(column, sort)}
          style={left === undefined ? undefined : { left }}
          className={cn(
            headClasses,
            "px-2",
            column.isNumeric && "text-right",
            left !== undefined && "z-11 border-r border-r-grey-6",
          )}
        >
          <SortButton column={column} sort={sort} onSort={onSort}>
            {column.header}
          </SortButton>
        </TableHead>
      ))}
      <td className={cn(headClasses, "border-b border-grey-6", hasActions && "right-0 z-11")} />
    </tr>
  </thead>
);

type SortButtonProps<Row> = Pick<TableHeadsProps<Row>, "sort" | "onSort"> & {
  column: Column<Row>;
  children: ReactNode;
};

const SortButton = <Row,>({ column, sort, onSort, children }: SortButtonProps<Row>) => {
  const next = toNextSort(column, sort);
  if (next === null) return <span className="block truncate">{children}</span>;
  const direction = findSortDirection(column, sort);
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={() => onSort(next)}
      className={cn(
        "group/sort relative -mx-1 inline-flex h-6 max-w-full items-center rounded-control px-1 font-medium hover:text-grey-12",
        direction !== undefined && "text-grey-12",
      )}
    >
      <span className="truncate">{children}</span>
      <Arrow
        aria-hidden
        className={cn(
          "absolute size-3",
          column.isNumeric ? "right-full -mr-1" : "left-full -ml-1",
          direction === undefined &&
            "opacity-0 group-hover/sort:opacity-50 group-focus-visible/sort:opacity-50",
        )}
      />
    </button>
  );
};
