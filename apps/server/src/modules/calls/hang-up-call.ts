import type { CarrierClient } from "#carriers/carrier.ts";
import { isFinalStatus } from "@ccp/engine";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError, notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findCallRow } from "./calls.views.ts";
import { readFolded } from "./read-folded.ts";

export type HangUpCall = {
  pools: Pools;
  ctx: Context;
  findCarrierClient(accountId: string, carrierAccountId: number): CarrierClient | undefined;
  input: { id: string };
};

const over = (): AppError => new AppError("conflict", "The call is over already.");

/** The carrier's id of a call that goes on, and the account over which it came in. */
const requireLive = ({ pools, ctx, input }: HangUpCall) =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const row = await findCallRow(tx, input.id);
    if (row === undefined) throw notFound("call");
    const [folded] = await readFolded(tx, [row]);
    const arrived = folded?.state.arrived;
    if (!arrived) throw notFound("call");
    if (row.status === "ended") throw over();
    return arrived;
  });

/** The carrier does not end what is over, which may be so before we are told. */
const isOver = async (client: CarrierClient, callRef: string): Promise<boolean> => {
  const record = await client.findCall(callRef).catch(() => undefined);
  return record !== undefined && isFinalStatus(record.status);
};

const endAtCarrier = async (client: CarrierClient, callRef: string): Promise<void> => {
  try {
    await client.endCall(callRef);
  } catch (cause) {
    if (await isOver(client, callRef)) throw over();
    const message = "The carrier did not end the call. Try again, or hang up at the target's side.";
    throw new AppError("carrier-failed", message, { cause });
  }
};

/** Has the carrier end a call. It is written down once the carrier has agreed; the end itself is booked when it is told. */
export const hangUpCall = async (asked: HangUpCall): Promise<undefined> => {
  const { pools, ctx, findCarrierClient, input } = asked;
  const { carrierAccountId, carrierCallRef } = await requireLive(asked);
  const client = findCarrierClient(ctx.accountId, carrierAccountId);
  if (client === undefined) {
    throw new AppError("carrier-failed", "The carrier account that the call came in over is gone.");
  }
  await endAtCarrier(client, carrierCallRef);
  return changeAccount({ pools, ctx }, () =>
    Promise.resolve({
      result: undefined,
      change: { action: "hang-up", noun: "call", nounId: input.id, before: null, after: null, book: false },
    }),
  );
};
