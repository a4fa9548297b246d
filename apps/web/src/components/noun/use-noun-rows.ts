import type { WithFigures } from "@ccp/contract";
import { useMemo } from "react";
import { useListRows, type ListRows } from "#components/list-page/use-list-rows.ts";
import type { ListedNoun, NounListing } from "./noun-listing.ts";
import { hasFigures } from "./has-figures.ts";
import { useFigures } from "./use-figures.ts";

type NounRows<Row> = {
  rows: ListRows<WithFigures<Row>>;
  /** As of when the figures are; undefined until they are known. */
  at: string | undefined;
};

/** The rows of a list of nouns, each beside its figures. */
export const useNounRows = <Row extends ListedNoun>(
  { noun, load }: NounListing<Row>,
  query: Readonly<Record<string, string>>,
): NounRows<Row> => {
  const { items, ...rows } = useListRows(["list", noun], query, load);
  const ids = useMemo(() => items?.map(({ id }) => id) ?? [], [items]);
  const figures = useFigures(hasFigures(noun) ? noun : null, ids);
  const withFigures = useMemo(
    () => items?.map((row) => ({ ...row, figures: figures?.find(row.id) })),
    [items, figures],
  );
  return { rows: { ...rows, items: withFigures }, at: figures?.at };
};
