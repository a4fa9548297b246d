import type { CarrierAccount } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { connectSimulatedCarrier } from "#modules/accounts/connect-simulated-carrier.ts";
import { hasSimulatedCarrier } from "#modules/accounts/has-simulated-carrier.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Sealer } from "#sealing.ts";

type ConnectSimulator = { pools: Pools; sealer: Sealer; ctx: Context; simulatorUrl: string | null };

/** One is enough for an account: it has as many numbers as one likes. */
export const connectSimulator = async ({
  pools,
  sealer,
  ctx,
  simulatorUrl,
}: ConnectSimulator): Promise<CarrierAccount> => {
  if (simulatorUrl === null) {
    throw new AppError("unavailable", "This server runs with a real carrier; there is no simulated one.");
  }
  return changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    if (await hasSimulatedCarrier(tx))
      throw new AppError("conflict", "The simulated carrier is connected already.");
    const after = await connectSimulatedCarrier(tx, sealer);
    const change = { action: "create", noun: "carrier-account", nounId: String(after.id) };
    return { result: after, change: { ...change, before: null, after, book: true } };
  });
};
