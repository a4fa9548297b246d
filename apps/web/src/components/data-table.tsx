import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import { Link } from "wouter";
import { cn } from "#lib/cn.ts";
import { useKeptScroll } from "#lib/use-kept-scroll.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  /** Pixels; a column without shares what is left. */
  width?: number;
  align?: "right";
  cell: (row: Row) => ReactNode;
};

type DataTableProps<Row> = {
  /** What the rows are, for those who hear the page. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  toKey: (row: Row) => string;
  toHref: (row: Row) => string;
  /** Read out as the name of a row's link. */
  toName: (row: Row) => string;
  renderCard: (row: Row) => ReactNode;
  minWidth: number;
  isStale: boolean;
  /** Keeps the place in the list while a row is open. */
  scrollKey: string;
  onTop: (isAtTop: boolean) => void;
  /** Says how many newer rows wait above the first one; null for none. */
  waiting: string | null;
  footer: ReactNode;
};

const skeletonRows = 12;
const rowLinkSelector = "[data-row-link]";

/** Moves the focus along the rows that can be seen: as links they open with Enter by themselves. */
const useRowKeys = (list: RefObject<HTMLElement | null>): void => {
  const step = (by: 1 | -1): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>(rowLinkSelector) ?? [])].filter((link) =>
      link.checkVisibility(),
    );
    const here = links.findIndex((link) => link === document.activeElement);
    const next = here === -1 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1);
    links[next]?.focus();
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
};

const useTopWatch = (onTop: (isAtTop: boolean) => void): RefObject<HTMLDivElement | null> => {
  const sentinel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentinel.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => onTop(entry?.isIntersecting ?? true));
    observer.observe(sentinel.current);
    return () => observer.disconnect();
  }, [onTop]);
  return sentinel;
};

const alignment = (column: { align?: "right" }): string | false =>
  column.align === "right" && "text-right tabular-nums";

/** Rows under a head that stays in sight; cards where the screen is narrow. Every row is one link. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rows, toKey, toHref, renderCard, minWidth, isStale, waiting, footer } = props;
  const list = useKeptScroll(props.scrollKey, rows !== undefined);
  const sentinel = useTopWatch(props.onTop);
  useRowKeys(list);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <WaitingRows text={waiting} onShow={() => sentinel.current?.scrollIntoView({ block: "end" })} />
      <div
        ref={list}
        role="region"
        aria-label={label}
        aria-busy={rows === undefined || isStale}
        tabIndex={0}
        className="relative min-h-0 flex-1 scroll-pt-8 border-t border-grey-6 outline-offset-[-2px] md:overflow-auto"
      >
        <div ref={sentinel} className="absolute top-0 h-px w-px max-md:-top-28" />
        <div className={cn("transition-opacity duration-120", isStale && "opacity-50")}>
          <Table className="table-fixed max-md:hidden" style={{ minWidth }}>
            <colgroup>
              {columns.map(({ id, width }) => (
                <col key={id} style={{ width }} />
              ))}
            </colgroup>
            <ColumnHeads columns={columns} />
            <tbody>
              {rows === undefined ? (
                <SkeletonRows columns={columns} />
              ) : (
                rows.map((row) => <LinkedRow key={toKey(row)} row={row} {...props} />)
              )}
            </tbody>
          </Table>
          <ul className="md:hidden" role="list">
            {rows === undefined ? (
              <SkeletonCards />
            ) : (
              rows.map((row) => (
                <li key={toKey(row)} className="border-b border-grey-6">
                  <RowLink toHref={toHref} row={row} className="block px-4 py-3 outline-offset-[-2px]">
                    {renderCard(row)}
                  </RowLink>
                </li>
              ))
            )}
          </ul>
        </div>
        {footer}
      </div>
    </div>
  );
};

/** What came in while the reader was further down waits behind this. */
const WaitingRows = ({ text, onShow }: { text: string | null; onShow: () => void }) => (
  <div
    role="status"
    className="pointer-events-none absolute inset-x-0 top-10 z-20 flex justify-center max-md:fixed max-md:top-24"
  >
    {text !== null && (
      <Button variant="primary" className="pointer-events-auto shadow-float" onClick={onShow}>
        {text}
      </Button>
    )}
  </div>
);

const ColumnHeads = <Row,>({ columns }: Pick<DataTableProps<Row>, "columns">) => (
  <thead>
    <tr>
      {columns.map(({ id, align, header }) => (
        <TableHead
          key={id}
          className={cn(
            "sticky top-0 z-10 bg-grey-2 px-2 first:pl-6 last:pr-6",
            align === "right" && "text-right",
          )}
        >
          {header}
        </TableHead>
      ))}
    </tr>
  </thead>
);

type RowProps<Row> = Pick<DataTableProps<Row>, "toHref" | "toName"> & { row: Row };

const RowLink = <Row,>({
  row,
  toHref,
  name,
  className,
  children,
}: Pick<RowProps<Row>, "row" | "toHref"> & { name?: string; className: string; children?: ReactNode }) => (
  <Link href={toHref(row)} data-row-link aria-label={name} className={className}>
    {children}
  </Link>
);

const LinkedRow = <Row,>({
  columns,
  row,
  toHref,
  toName,
}: RowProps<Row> & Pick<DataTableProps<Row>, "columns">) => (
  <tr className="relative hover:bg-grey-3 has-[a:focus-visible]:bg-accent-soft">
    {columns.map((column, index) => (
      <TableCell
        key={column.id}
        className={cn("overflow-hidden px-2 text-ellipsis first:pl-6 last:pr-6", alignment(column))}
      >
        {index === 0 && (
          <RowLink
            toHref={toHref}
            row={row}
            name={toName(row)}
            className="absolute inset-0 rounded-control outline-offset-[-2px]"
          />
        )}
        {column.cell(row)}
      </TableCell>
    ))}
  </tr>
);

const SkeletonRows = <Row,>({ columns }: Pick<DataTableProps<Row>, "columns">) =>
  Array.from({ length: skeletonRows }, (_, row) => (
    <tr key={row}>
      {columns.map((column) => (
        <TableCell key={column.id} className="px-2 first:pl-6 last:pr-6">
          <Skeleton className={cn("w-3/4", column.align === "right" && "ml-auto w-1/2")} />
        </TableCell>
      ))}
    </tr>
  ));

const SkeletonCards = () =>
  Array.from({ length: skeletonRows }, (_, row) => (
    <li key={row} className="grid gap-2 border-b border-grey-6 px-4 py-3.5">
      <Skeleton className="w-2/3" />
      <Skeleton className="w-1/2" />
      <Skeleton className="w-1/3" />
    </li>
  ));
