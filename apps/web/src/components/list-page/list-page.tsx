import type { CsvOperationId } from "#api/operations.ts";
import type { ComponentType, ReactNode } from "react";
import type { DrawerSteps } from "#components/drawer/drawer.tsx";
import type { RowLooks } from "#components/data-table/data-table.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { PageHeader } from "#components/page-header.tsx";
import { ListBody } from "./list-body.tsx";
import { ListTabs } from "./list-tabs.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import type { ListRows } from "./use-list-rows.ts";
import type { List } from "./use-list-state.ts";

/** What the rows are called, in sentences: "campaign" and "campaigns". */
export type Words = { one: string; many: string };

export type ListPageProps<Row> = RowLooks<Row> & {
  title: string;
  purpose?: string;
  /** Beside the title, such as how many there are. */
  badge?: ReactNode;
  /** The page's one primary action. */
  action?: ReactNode;
  list: List<Row>;
  rows: ListRows<Row>;
  fields: readonly FilterField[];
  /** Further ways to narrow the list, before the filters. */
  controls?: ReactNode;
  words: Words;
  csv?: CsvOperationId | null;
  /** Stands in the table's place while there is not one row and nothing narrows the list. */
  empty: ReactNode;
  /** What can be done with the selected rows; without it rows cannot be selected. */
  renderBulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** Shows the row whose key is in the address. Its rows lead to `list.toAddress({ open: key })`. */
  Drawer?: ComponentType<{ id: string; steps: DrawerSteps }>;
  onTop?: (isAtTop: boolean) => void;
  waiting?: string | null;
};

/** The frame of every list: title, views, filters, table, and the drawer of one row. */
export const ListPage = <Row,>(props: ListPageProps<Row>) => {
  const { title, purpose, badge, action, list, fields, controls, csv = null } = props;
  return (
    <>
      <div className="grid grid-cols-1 gap-3 p-4 md:px-6">
        <PageHeader title={title} badge={badge} {...(purpose !== undefined && { purpose })}>
          {action}
        </PageHeader>
        <ListTabs list={list} />
        <ListToolbar list={list} fields={fields} controls={controls} csv={csv} />
      </div>
      <ListBody {...props} />
    </>
  );
};
