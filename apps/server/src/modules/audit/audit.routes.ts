import type { Routes } from "#http/implementation.ts";
import { exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";

export const auditRoutes: Routes<"listAudit" | "exportAudit"> = {
  listAudit: ({ deps, ctx, input }) => listAudit({ pools: deps.pools, ctx, input: input.query }),
  exportAudit: ({ deps, ctx, input }) =>
    Promise.resolve(exportAudit({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
};
