import { cn } from "#lib/cn.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { TableCell } from "#ui/table.tsx";
import type { PlacedColumn } from "./column-layout.ts";
import { cellClasses, rowHeightClasses } from "./row-looks.ts";
import type { Density } from "#components/list-page/list-spec.ts";

export const skeletonRows = 12;

type SkeletonRowsProps<Row> = { placed: readonly PlacedColumn<Row>[]; density: Density };

/** The table before its first rows, in its final shape. */
export const SkeletonRows = <Row,>({ placed, density }: SkeletonRowsProps<Row>) =>
  Array.from({ length: skeletonRows }, (_, row) => (
    <tr key={row}>
      <TableCell className={rowHeightClasses[density]} />
      {placed.map(({ column: { id, isNumeric } }) => (
        <TableCell key={id} className={cn(cellClasses, rowHeightClasses[density])}>
          <Skeleton className={cn("w-3/4", isNumeric && "ml-auto w-1/2")} />
        </TableCell>
      ))}
      <TableCell />
    </tr>
  ));
