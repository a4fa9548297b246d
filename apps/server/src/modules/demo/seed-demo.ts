import type { Pools } from "#db/client.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { hasAccounts } from "#modules/accounts/has-accounts.ts";
import { openAuthToken } from "#modules/accounts/auth-token.ts";
import { connectSimulatedCarrier } from "#modules/accounts/connect-simulated-carrier.ts";
import { createAccount, type CreatedAccount } from "#modules/accounts/create-account.ts";
import { findLogin } from "#modules/accounts/find-login.ts";
import type { Sealer } from "#sealing.ts";
import { demoOwner } from "./demo-plan.ts";
import { findSimulatedCarrier, insertDemo, listNumbersOf } from "./demo.store.ts";

export type DemoDeps = { pools: Pools; sealer: Sealer };

export type Demo = CreatedAccount & {
  /** The simulated carrier account, with which the simulator is told about it and its numbers. */
  carrierAccount: { id: number; accountRef: string; authToken: string };
  /** In E.164. */
  numbers: readonly string[];
};

const createDemo = ({ pools, sealer }: DemoDeps): Promise<CreatedAccount> =>
  createAccount({
    pools,
    input: {
      name: "Demo workspace",
      currency: "USD",
      timeZone: "America/New_York",
      isDemo: true,
      owner: demoOwner,
    },
    furnish: async (tx) => {
      const carrierAccount = await connectSimulatedCarrier(tx, sealer);
      await insertDemo(tx, carrierAccount.id);
    },
  });

const readDemo = ({ pools, sealer }: DemoDeps, owner: CreatedAccount): Promise<Demo | undefined> =>
  withAccount(pools.app, owner.accountId, async (tx) => {
    const found = await findSimulatedCarrier(tx);
    if (found === undefined) return undefined;
    const { id, accountRef, sealed } = found;
    const { token: authToken } = openAuthToken(sealer, { accountId: owner.accountId, accountRef }, sealed);
    return { ...owner, carrierAccount: { id, accountRef, authToken }, numbers: await listNumbersOf(tx, id) };
  });

/** The demo workspace, made when the database is empty; undefined where other accounts live without one. */
export const seedDemo = async (deps: DemoDeps): Promise<Demo | undefined> => {
  const { pools } = deps;
  const owner = await findLogin({ pools, email: demoOwner.email });
  if (owner !== undefined) return readDemo(deps, owner);
  if (await withDirectory(pools.app, hasAccounts)) return undefined;
  return readDemo(deps, await createDemo(deps));
};
