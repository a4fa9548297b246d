import type { Demo } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import { connectSimulatedCarrier } from "#modules/accounts/connect-simulated-carrier.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Sealer } from "#sealing.ts";
import { findSimulatedCarrier, insertDemo, markDemo } from "./demo.store.ts";
import { type DemoVerb, getDemoIn, requireSimulator } from "./get-demo.ts";

/** One's own, where there is one; else one that goes with the demonstration. */
const ensureCarrier = async (tx: AccountTransaction, sealer: Sealer): Promise<number> => {
  const found = await findSimulatedCarrier(tx);
  if (found !== undefined) return found.id;
  const { id } = await connectSimulatedCarrier(tx, sealer);
  await markDemo(tx, "carrier-account", [id]);
  return id;
};

/** Into an account without nouns of its own only, so that nothing of one's own is ever taken for the demonstration. */
export const loadDemo = async ({ deps, ctx }: DemoVerb): Promise<Demo> => {
  requireSimulator(deps);
  return changeAccount({ pools: deps.pools, ctx, permission: "administer" }, async (tx) => {
    const before = await getDemoIn(tx, deps);
    if (!before.canLoad) {
      throw new AppError(
        "conflict",
        "This account has nouns already; the demonstration goes into an empty one.",
      );
    }
    await insertDemo(tx, await ensureCarrier(tx, deps.sealer));
    const after = await getDemoIn(tx, deps);
    const change = { action: "load", noun: "demo", nounId: ctx.accountId, before, after, book: true };
    return { result: after, change };
  });
};
