import type { ConfigurationNoun, WithFigures } from "@ccp/contract";
import type { ReactNode } from "react";
import type { ListSpec, ListTab } from "#components/list-page/list-spec.ts";
import type { Words } from "#components/list-page/list-page.tsx";
import type { useListRows } from "#components/list-page/use-list-rows.ts";
import type { NounRow } from "./noun-operations.ts";

export type ListedNoun = Pick<NounRow, "id" | "status">;

/** How the nouns of a kind are listed, wherever that is. It has to be one lasting object. */
export type NounListing<Row extends ListedNoun> = {
  noun: ConfigurationNoun;
  words: Words;
  spec: ListSpec<WithFigures<Row>>;
  load: Parameters<typeof useListRows<Row>>[2];
  toName: (row: Row) => string;
  /** A cell that shows more than the column's value; figures lead to their calls by themselves. */
  renderCell?: (row: WithFigures<Row>, columnId: string) => ReactNode;
  /** What stands under the name where a table would not fit. */
  renderLine?: (row: WithFigures<Row>) => ReactNode;
  widths: Readonly<Record<string, number>>;
};

export const toNounRow = <Row extends ListedNoun>(
  { toName }: Pick<NounListing<Row>, "toName">,
  row: Row,
): NounRow => ({ id: row.id, name: toName(row), status: row.status });

/** The views of a list of nouns that can be archived. */
export const statusTabs: readonly ListTab[] = [
  { id: "all", label: "All", query: {} },
  { id: "active", label: "Active", query: { status: "active" } },
  { id: "paused", label: "Paused", query: { status: "paused" } },
  { id: "archived", label: "Archived", query: { status: "archived" } },
];
