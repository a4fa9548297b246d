import type { Routes } from "#http/implementation.ts";
import { archiveValueLists } from "./archive-value-lists.ts";
import { createValueList } from "./create-value-list.ts";
import { downloadListValues } from "./download-list-values.ts";
import { exportValueLists } from "./export-value-lists.ts";
import { getValueList } from "./get-value-list.ts";
import { listValueLists } from "./list-value-lists.ts";
import { replaceListValues } from "./replace-list-values.ts";
import { updateValueList } from "./update-value-list.ts";

export const valueListRoutes: Routes<
  | "listValueLists"
  | "exportValueLists"
  | "createValueList"
  | "archiveValueLists"
  | "getValueList"
  | "updateValueList"
  | "replaceListValues"
  | "downloadListValues"
> = {
  listValueLists: ({ deps, ctx, input }) => listValueLists({ pools: deps.pools, ctx, input: input.query }),
  exportValueLists: ({ deps, ctx, input }) =>
    Promise.resolve(exportValueLists({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createValueList: ({ deps, ctx, input }) => createValueList({ pools: deps.pools, ctx, input: input.body }),
  archiveValueLists: ({ deps, ctx, input }) =>
    archiveValueLists({ pools: deps.pools, ctx, input: input.body }),
  getValueList: ({ deps, ctx, input }) => getValueList({ pools: deps.pools, ctx, input: input.params }),
  updateValueList: ({ deps, ctx, input }) =>
    updateValueList({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  replaceListValues: ({ deps, ctx, input }) =>
    replaceListValues({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  downloadListValues: ({ deps, ctx, input }) =>
    downloadListValues({ pools: deps.pools, ctx, input: input.params }),
};
