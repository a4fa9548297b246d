import type { Demo } from "@ccp/contract";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import type { HttpDeps } from "#http/deps.ts";
import { readDemoState } from "./demo-state.store.ts";

export type DemoVerb = { deps: HttpDeps; ctx: Context };

/** The demonstration as it stands in the transaction. */
export const getDemoIn = async (tx: AccountTransaction, { simulatorUrl }: HttpDeps): Promise<Demo> => {
  const state = await readDemoState(tx);
  if (state === undefined) throw new AppError("unauthenticated", "This account is gone.");
  const { traffic, counts, hasNouns } = state;
  const canRun = simulatorUrl !== null;
  return { isLoaded: traffic !== null, traffic, canRun, canLoad: canRun && !hasNouns, counts };
};

export const getDemo = ({ deps, ctx }: DemoVerb): Promise<Demo> =>
  withAccount(deps.pools.app, ctx.accountId, (tx) => getDemoIn(tx, deps));

export const requireSimulator = ({ simulatorUrl }: HttpDeps): void => {
  if (simulatorUrl !== null) return;
  throw new AppError(
    "unavailable",
    "The demonstration needs the simulated carrier, and a real one is connected.",
  );
};

export const requireLoaded = ({ isLoaded }: Demo): void => {
  if (!isLoaded) throw new AppError("conflict", "There is nothing of the demonstration in this account.");
};
