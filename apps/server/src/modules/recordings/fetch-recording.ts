import type { CarrierClient, RecordingMedia } from "#carriers/carrier.ts";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError, notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { findRecordingCarrier } from "./recordings.store.ts";

export type FetchRecording = {
  pools: Pools;
  ctx: Context;
  findCarrierClient(accountId: string, carrierAccountId: number): CarrierClient | undefined;
  callId: string;
  ref: string;
};

/** The sound of one of the account's own recordings, as the carrier keeps it. */
export const fetchRecording = async ({
  pools,
  ctx,
  findCarrierClient,
  callId,
  ref,
}: FetchRecording): Promise<RecordingMedia> => {
  const carrierAccountId = await withAccount(pools.app, ctx.accountId, (tx) =>
    findRecordingCarrier(tx, callId, ref),
  );
  if (carrierAccountId === undefined) throw notFound("recording");
  const client = findCarrierClient(ctx.accountId, carrierAccountId);
  if (client === undefined) throw notFound("recording");
  try {
    return await client.fetchRecording(ref);
  } catch (cause) {
    throw new AppError(
      "carrier-failed",
      "The carrier did not hand over the recording. Try again in a minute.",
      {
        cause,
      },
    );
  }
};
