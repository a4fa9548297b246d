import type { FigureNoun, ListNounFiguresQuery, NounFigures, NounFiguresList } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import { type FigureRow, selectFigures } from "./figures.store.ts";
import { toShare } from "./to-share.ts";

const hasSerialIds: Record<FigureNoun, boolean> = {
  campaign: false,
  publisher: false,
  buyer: true,
  target: false,
  number: true,
};

const toFigures = (row: FigureRow, by: FigureNoun): NounFigures => ({
  id: hasSerialIds[by] ? Number(row.id) : row.id,
  timeZone: row.time_zone,
  hourFrom: row.hour_from.toISOString(),
  dayFrom: row.day_from.toISOString(),
  monthFrom: row.month_from.toISOString(),
  live: row.live,
  hour: row.hour,
  day: row.day,
  month: row.month,
  connected: row.connected,
  converted: row.converted,
  connectedShare: toShare(row.connected, row.ended),
  convertedShare: toShare(row.converted_ended, row.connected),
  revenueMicros: row.revenue_micros,
  payoutMicros: row.payout_micros,
  lastCall: {
    id: row.last_id,
    arrivedAt: row.last_arrived_at.toISOString(),
    status: row.last_status,
    outcome: row.last_outcome,
    converted: row.last_converted,
  },
});

/** What this hour's, day's and month's calls come to, noun by noun. */
export const listNounFigures = ({
  pools,
  ctx,
  input: { by, ids },
  now,
}: AtNow<ListNounFiguresQuery>): Promise<NounFiguresList> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const rows = await selectFigures(tx, { by, ids: ids ?? null, now });
    return { at: new Date(now).toISOString(), items: rows.map((row) => toFigures(row, by)) };
  });
