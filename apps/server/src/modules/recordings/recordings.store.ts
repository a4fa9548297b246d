import type { AccountTransaction } from "#db/transaction.ts";

/** The carrier account over which a call came in; undefined unless the recording is that call's. */
export const findRecordingCarrier = async (
  tx: AccountTransaction,
  callId: string,
  recordingRef: string,
): Promise<number | undefined> => {
  const { rows } = await tx.query<{ carrier_account_id: number }>(
    `select (arrived.fact ->> 'carrierAccountId')::float8 as carrier_account_id
     from call_events arrived
     where arrived.account_id = $1 and arrived.call_id = $2 and arrived.key = 'arrived' and exists (
       select 1 from call_events recorded
       where recorded.account_id = $1 and recorded.call_id = $2 and recorded.key = any($3)
     )`,
    [tx.accountId, callId, [`recording:${recordingRef}:completed`, `voicemail:${recordingRef}:completed`]],
  );
  return rows[0]?.carrier_account_id;
};
