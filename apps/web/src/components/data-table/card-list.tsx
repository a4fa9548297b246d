import { Skeleton } from "#ui/skeleton.tsx";
import type { DataTableProps } from "./data-table.tsx";
import { RowLink } from "./row-link.tsx";
import { skeletonRows } from "./row-skeletons.tsx";

type CardListProps<Row> = Pick<DataTableProps<Row>, "rows" | "toKey" | "toHref" | "renderCard" | "openKey">;

/** The rows where a table would not fit; what is out of sight costs the browser nothing. */
export const CardList = <Row,>({ rows, toKey, toHref, renderCard, openKey }: CardListProps<Row>) => (
  <ul role="list">
    {rows === undefined ? (
      <SkeletonCards />
    ) : (
      rows.map((row) => (
        <li
          key={toKey(row)}
          className="border-b border-grey-6 [contain-intrinsic-size:auto_84px] [content-visibility:auto]"
        >
          <RowLink
            rowKey={toKey(row)}
            href={toHref(row)}
            isOpen={toKey(row) === openKey}
            isReplacing={openKey !== null}
            className="block px-4 py-3 outline-offset-[-2px]"
          >
            {renderCard(row)}
          </RowLink>
        </li>
      ))
    )}
  </ul>
);

const SkeletonCards = () =>
  Array.from({ length: skeletonRows }, (_, row) => (
    <li key={row} className="grid gap-2 border-b border-grey-6 px-4 py-3.5">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-1/3" />
    </li>
  ));
