import type { Routes } from "#http/implementation.ts";
import { listAudit } from "./list-audit.ts";

export const auditRoutes: Routes<"listAudit"> = {
  listAudit: ({ deps, ctx, input }) => listAudit({ pools: deps.pools, ctx, input: input.query }),
};
