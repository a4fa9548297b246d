import type { BlockedCaller, BlockKind } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BlockedList } from "#live/snapshot/snapshot.ts";

/** Rows turned into entries at once; calls get their turn while the next ones are fetched. */
const rowsAtOnce = 2_000;

/** Tells one list from another by its content, without its leaving the database; null for an empty one. */
const readDigest = async (tx: AccountTransaction): Promise<string | null> => {
  const { rows } = await tx.query<{ digest: string | null }>(
    `select md5(string_agg(
       jsonb_build_array(id, campaign_id, kind, value, reason, extract(epoch from expires_at))::text, '' order by id
     )) as digest
     from blocked_callers where account_id = $1`,
    [tx.accountId],
  );
  return rows[0]?.digest ?? null;
};

type Row = {
  id: string;
  campaign_id: string | null;
  kind: BlockKind;
  value: string;
  reason: string;
  expires_at: Date | null;
};

const toEntry = (row: Row): BlockedCaller => ({
  id: Number(row.id),
  campaignId: row.campaign_id,
  kind: row.kind,
  value: row.value,
  reason: row.reason,
  expiresAt: row.expires_at?.getTime() ?? null,
});

const readAfter = async (tx: AccountTransaction, id: number): Promise<BlockedCaller[]> => {
  const { rows } = await tx.query<Row>(
    `select id, campaign_id, kind, value, reason, expires_at from blocked_callers
     where account_id = $1 and id > $2 order by id limit $3`,
    [tx.accountId, id, rowsAtOnce],
  );
  return rows.map(toEntry);
};

/**
 * The account's list of blocked callers, expired ones with it: whoever asks judges by their own moment. The known one
 * where nothing has changed, so that it is neither loaded nor compiled again; undefined where nobody is blocked.
 */
export const readBlocked = async (
  tx: AccountTransaction,
  known: BlockedList | undefined,
): Promise<BlockedList | undefined> => {
  const digest = await readDigest(tx);
  if (digest === null || digest === known?.digest) return digest === null ? undefined : known;
  const entries: BlockedCaller[] = [];
  for (;;) {
    const page = await readAfter(tx, entries.at(-1)?.id ?? 0);
    entries.push(...page);
    if (page.length < rowsAtOnce) return { digest, entries };
  }
};
