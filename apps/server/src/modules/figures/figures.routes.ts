import type { Routes } from "#http/implementation.ts";
import { listNounFigures } from "./list-noun-figures.ts";

export const figureRoutes: Routes<"listNounFigures"> = {
  listNounFigures: ({ deps, ctx, input }) =>
    listNounFigures({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
};
