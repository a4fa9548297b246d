import type { Column } from "@ccp/contract";
import { useEffect, type ReactNode } from "react";
import { cn } from "#lib/cn.ts";
import { useIsPhone } from "#lib/use-is-phone.ts";
import { useKeptScroll } from "#lib/use-kept-scroll.ts";
import type { Density } from "#components/list-page/list-spec.ts";
import { CardList } from "./card-list.tsx";
import { RowTable } from "./row-table.tsx";
import { findRowLink } from "./row-link.tsx";
import { useRowKeys } from "./use-row-keys.ts";
import type { Selection } from "./use-selection.ts";
import { useTopWatch } from "./use-top-watch.ts";
import { WaitingRows } from "./waiting-rows.tsx";

/** How a list of these rows looks and where its rows lead. */
export type RowLooks<Row> = {
  toKey: (row: Row) => string;
  /** Read out as the name of a row's link. */
  toName: (row: Row) => string;
  toHref: (row: Row) => string;
  /** A cell that shows more than the column's value; undefined leaves it to the column. */
  renderCell?: (row: Row, columnId: string) => ReactNode;
  /** What can be done with a row, at its end; as wide as one button. */
  renderActions?: (row: Row) => ReactNode;
  /** A row that is about to leave. */
  isFading?: (row: Row) => boolean;
  /** The row where the screen is too narrow for a table. */
  renderCard: (row: Row) => ReactNode;
  /** Pixels by column; a text column without shares what is left. */
  widths?: Readonly<Record<string, number>>;
};

export type DataTableProps<Row> = RowLooks<Row> & {
  /** What the rows are, for those who hear the page. */
  label: string;
  /** The shown columns, pinned ones first. */
  columns: readonly Column<Row>[];
  pinnedCount: number;
  density: Density;
  /** Undefined while the first page is on its way. */
  rows: readonly Row[] | undefined;
  sort: string;
  onSort: (sort: string) => void;
  /** Null where rows cannot be selected. */
  selection: Selection | null;
  /** The row whose drawer is open. */
  openKey: string | null;
  isStale: boolean;
  /** Keeps the place in the list while a row is open. */
  scrollKey: string;
  onTop?: ((isAtTop: boolean) => void) | undefined;
  /** Says how many newer rows wait above the first one; null for none. */
  waiting?: string | null;
  footer: ReactNode;
};

/** Rows under a head that stays in sight; cards where the screen is narrow. Every row is one link. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, rows, isStale, scrollKey, onTop, waiting = null, openKey, footer } = props;
  const isPhone = useIsPhone();
  const list = useKeptScroll(scrollKey, rows !== undefined);
  const top = useTopWatch(onTop);
  useRowKeys(list);
  useEffect(() => {
    if (openKey !== null) findRowLink(openKey)?.scrollIntoView({ block: "nearest" });
  }, [openKey]);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <WaitingRows text={waiting} onShow={() => top.current?.scrollIntoView({ block: "end" })} />
      <div
        ref={list}
        role="region"
        aria-label={label}
        aria-busy={rows === undefined || isStale}
        tabIndex={0}
        className="relative min-h-0 flex-1 scroll-pt-8 border-t border-grey-6 outline-offset-[-2px] md:overflow-auto"
      >
        <div ref={top} className="absolute top-0 h-px w-px max-md:-top-28" />
        <div className={cn("transition-opacity duration-120", isStale && "opacity-50")}>
          {isPhone ? <CardList {...props} /> : <RowTable {...props} scroller={list} />}
        </div>
        {footer}
      </div>
    </div>
  );
};
