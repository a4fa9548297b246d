import { auditColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import type { AuditQuery } from "./audit.store.ts";
import { listAudit } from "./list-audit.ts";

export const exportAudit = ({ pools, ctx, input, now }: AtNow<ExportQuery<AuditQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Audit log",
      columns: auditColumns,
      query: input,
      readPage: (page) => listAudit({ pools, ctx, input: { ...input, ...page } }),
    },
  );
