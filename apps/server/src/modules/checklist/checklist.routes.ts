import type { Routes } from "#http/implementation.ts";
import { getChecklist } from "./get-checklist.ts";

export const checklistRoutes: Routes<"getChecklist"> = {
  getChecklist: ({ deps, ctx }) => getChecklist({ pools: deps.pools, ctx }),
};
