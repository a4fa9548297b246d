import { figureColumns, type FigureNoun, type WithFigures } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import type { Context } from "#http/context.ts";
import type { Page } from "#http/verb.ts";
import { listNounFigures } from "#modules/figures/list-noun-figures.ts";

const isFigure = (column: string): boolean => figureColumns.some(({ id }) => id === column);

/** A page's nouns with their figures, which are read only where a column shows them. */
export const withFigures = async <Noun extends { id: string | number }>(
  { pools, ctx, now }: { pools: Pools; ctx: Context; now: number },
  { by, columns, page }: { by: FigureNoun; columns: string[] | undefined; page: Page<Noun> },
): Promise<Page<WithFigures<Noun>>> => {
  if (page.items.length === 0 || columns?.some(isFigure) === false) {
    return { ...page, items: page.items.map((noun) => ({ ...noun, figures: undefined })) };
  }
  const ids = page.items.map(({ id }) => String(id));
  const { items } = await listNounFigures({ pools, ctx, input: { by, ids }, now });
  const figures = new Map(items.map((each) => [each.id, each]));
  return { ...page, items: page.items.map((noun) => ({ ...noun, figures: figures.get(noun.id) ?? null })) };
};
