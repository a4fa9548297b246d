import type { Column } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import type { Page } from "#http/verb.ts";
import { createCsvFormat, type CsvFormat, toCsvLine, toCsvRow } from "./csv-text.ts";
import { describeQuery } from "./describe-query.ts";
import { getAccountUnits } from "./exports.store.ts";

const rowsAtOnce = 500;

/** A list's query without its paging, and the columns that were chosen. */
export type ExportQuery<Query> = Omit<Query, "cursor" | "limit"> & { columns?: string[] | undefined };

/** What is exported: the rows of a list, page by page, in the columns asked for. */
export type ListToExport<Row> = {
  title: string;
  columns: readonly Column<Row>[];
  /** As it was asked: filters, sort and, where they were chosen, columns. */
  query: Readonly<Record<string, unknown>> & { columns?: string[] | undefined };
  readPage: (page: { cursor: string | undefined; limit: number }) => Promise<Page<Row>>;
};

const chooseColumns = <Row>({ columns, query }: ListToExport<Row>): Column<Row>[] =>
  query.columns === undefined
    ? columns.filter(({ isDefault }) => isDefault)
    : query.columns.flatMap((id) => columns.filter((column) => column.id === id));

const toHead = <Row>(
  list: ListToExport<Row>,
  { format, units, now }: { format: CsvFormat; units: { timeZone: string; currency: string }; now: number },
): string => {
  const comment = [
    `# ${list.title}`,
    ...describeQuery(list.query),
    `times in ${units.timeZone}`,
    `money in ${units.currency}`,
    "durations in seconds",
    `made ${format.toLocalTime(new Date(now))}`,
  ].join("; ");
  return toCsvLine([comment]) + toCsvLine(chooseColumns(list).map(({ header }) => header));
};

/**
 * A list as the text of a file: a comment, the head, the rows. Each page is to be read in a short transaction of its own, so that a
 * slow reader holds no connection, and no more than a page is in memory.
 */
export async function* exportList<Row>(
  { pools, ctx, now }: { pools: Pools; ctx: Context; now: number },
  list: ListToExport<Row>,
): AsyncGenerator<string, void> {
  const columns = chooseColumns(list);
  const units = await withAccount(pools.app, ctx.accountId, getAccountUnits);
  const format = createCsvFormat(units.timeZone);
  const toText = ({ items }: Page<Row>): string =>
    items
      .map((row) =>
        toCsvRow(
          columns.map(({ toCell }) => toCell(row)),
          format,
        ),
      )
      .join("");
  let page = await list.readPage({ cursor: undefined, limit: rowsAtOnce });
  yield toHead(list, { format, units, now }) + toText(page);
  while (page.nextCursor !== null) {
    page = await list.readPage({ cursor: page.nextCursor, limit: rowsAtOnce });
    yield toText(page);
  }
}
