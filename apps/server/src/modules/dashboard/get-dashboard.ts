import { type CallFilters, type Dashboard, type GetDashboardQuery, toFilterText } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";
import { toCallFilter } from "#modules/calls/call-filter.ts";
import { countLive, selectHours, selectTopBuyers, selectTopCampaigns } from "./dashboard.store.ts";
import { readAttention } from "./read-attention.ts";
import { toHours, toPeriod } from "./to-period.ts";
import { readWindows } from "./windows.ts";

const carrierAccountsMax = 200;

const toFilters = ({ campaignId, publisherId, buyerId }: GetDashboardQuery): CallFilters => ({
  ...(campaignId === undefined ? {} : { campaignId: toFilterText(campaignId) }),
  ...(publisherId === undefined ? {} : { publisherId: toFilterText(publisherId) }),
  ...(buyerId === undefined ? {} : { buyerId: toFilterText(buyerId) }),
});

/** Today beside yesterday, and what wants attention: a fixed number of statements over the calls of two days. */
export const getDashboard = async ({
  pools,
  ctx,
  input,
  now,
}: AtNow<GetDashboardQuery>): Promise<Dashboard> => {
  const carrierAccounts = await listCarrierAccounts({ pools, ctx, input: { limit: carrierAccountsMax } });
  return withAccount(pools.app, ctx.accountId, async (tx) => {
    const windows = await readWindows(tx, now);
    const filter = toCallFilter(tx.accountId, input, now);
    const filters = toFilters(input);
    const rows = await selectHours(tx, windows, filter);
    const todayRows = rows.filter(({ isToday }) => isToday);
    const yesterdayRows = rows.filter(({ isToday }) => !isToday);
    const today = { from: windows.todayFrom, to: windows.now, filters };
    const yesterday = { from: windows.yesterdayFrom, to: windows.todayFrom, filters };
    const todayFilters: CallFilters = {
      ...filters,
      from: windows.todayFrom.toISOString(),
      to: windows.now.toISOString(),
    };
    const campaigns = await selectTopCampaigns(tx, windows, filter);
    const buyers = await selectTopBuyers(tx, windows, filter);
    return {
      at: windows.now.toISOString(),
      timeZone: windows.timeZone,
      currency: windows.currency,
      live: { value: await countLive(tx, filter), filters: { ...filters, status: "!ended" } },
      today: toPeriod(todayRows, today),
      yesterday: toPeriod(
        yesterdayRows.filter(({ isCounted }) => isCounted),
        { ...yesterday, to: windows.yesterdayUntil },
      ),
      hours: {
        today: toHours(todayRows, windows.todayHours, today),
        yesterday: toHours(yesterdayRows, windows.yesterdayHours, yesterday),
      },
      topCampaigns: campaigns.map(({ calls, ...top }) => ({
        ...top,
        calls: { value: calls, filters: { ...todayFilters, campaignId: top.noun.id } },
      })),
      topBuyers: buyers.map(({ calls, ...top }) => ({
        ...top,
        calls: { value: calls, filters: { ...todayFilters, buyerId: String(top.noun.id) } },
      })),
      attention: await readAttention(tx, windows, carrierAccounts.items),
    };
  });
};
