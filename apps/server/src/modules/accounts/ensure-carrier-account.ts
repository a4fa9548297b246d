import type { CarrierAccount } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Sealer } from "#sealing.ts";
import { findAuthToken, replaceAuthToken } from "./auth-token.ts";
import { findClaim, findSealedToken, writeCarrierAccount } from "./carrier-accounts.store.ts";
import type { CarrierAccountInput } from "./connect-carrier-account.ts";
import { createCarrierAccount } from "./create-carrier-account.ts";
import { toSystemContext } from "./system-context.ts";

type Ensure = {
  pools: Pools;
  sealer: Sealer;
  /** Who gets it; undefined when nobody is to get it who has not connected it already. */
  accountId: string | undefined;
  input: CarrierAccountInput;
  now: number;
};

const renewToken = (
  { pools, sealer, input, now }: Ensure,
  { accountId, id, sealed }: { accountId: string; id: number; sealed: string },
): Promise<void> =>
  changeAccount({ pools, ctx: toSystemContext(accountId) }, async (tx) => {
    const owner = { accountId, accountRef: input.accountRef };
    const authTokenSealed = replaceAuthToken(sealer, owner, { sealed, token: input.authToken, now });
    await writeCarrierAccount(tx, id, { authTokenSealed });
    const change = { action: "renew-token", noun: "carrier-account", nounId: String(id) };
    return { result: undefined, change: { ...change, before: null, after: null, book: true } };
  });

/**
 * Connects the carrier account that the environment names, and takes over a changed token.
 * One that somebody connected to another account stays there, with the token renewed. Undefined when nobody has it.
 */
export const ensureCarrierAccount = async (
  ensure: Ensure,
): Promise<{ accountId: string; id: CarrierAccount["id"] } | undefined> => {
  const { pools, sealer, input } = ensure;
  const claim = await withDirectory(pools.app, (tx) => findClaim(tx, input.carrier, input.accountRef));
  if (claim === undefined) {
    const owner = ensure.accountId;
    if (owner === undefined) return undefined;
    const made = await createCarrierAccount({ pools, sealer, ctx: toSystemContext(owner), input });
    return { accountId: owner, id: made.id };
  }
  const { accountId, id } = claim;
  const sealed = await withAccount(pools.app, accountId, (tx) => findSealedToken(tx, id));
  if (sealed === undefined)
    throw new Error(`The carrier account ${input.accountRef} is claimed but missing.`);
  // One whose key is gone counts as another token.
  const held = findAuthToken(sealer, { accountId, accountRef: input.accountRef }, sealed);
  if (held?.token !== input.authToken) await renewToken(ensure, { accountId, id, sealed });
  return { accountId, id };
};
