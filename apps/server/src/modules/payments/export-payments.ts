import { type ListPaymentsQuery, paymentColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listPayments } from "./list-payments.ts";

export const exportPayments = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListPaymentsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Payments",
      columns: paymentColumns,
      query: input,
      readPage: (page) => listPayments({ pools, ctx, input: { ...input, ...page } }),
    },
  );
