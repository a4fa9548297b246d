import { campaignColumns, type ListCampaignsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import { listCampaigns } from "./list-campaigns.ts";

export const exportCampaigns = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListCampaignsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Campaigns",
      columns: campaignColumns,
      query: input,
      readPage: async (page) =>
        withFigures(
          { pools, ctx, now },
          {
            by: "campaign",
            columns: input.columns,
            page: await listCampaigns({ pools, ctx, input: { ...input, ...page } }),
          },
        ),
    },
  );
