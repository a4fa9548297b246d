import type { CarrierAccount, UpdateCarrierAccount } from "@ccp/contract";
import type { AtNow } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Sealer } from "#sealing.ts";
import { replaceAuthToken } from "./auth-token.ts";
import { findSealedToken, writeCarrierAccount } from "./carrier-accounts.store.ts";
import { getCarrierAccountRow } from "./get-carrier-access.ts";

/** A new token is used from the next book on, and is not verified yet; the former one is believed a day longer. */
export const updateCarrierAccount = ({
  pools,
  sealer,
  ctx,
  input,
  now,
}: AtNow<{ id: number; patch: UpdateCarrierAccount }> & { sealer: Sealer }): Promise<CarrierAccount> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const { id, patch } = input;
    const before = await getCarrierAccountRow(tx, id);
    const owner = { accountId: tx.accountId, accountRef: before.accountRef };
    const sealed = (await findSealedToken(tx, id)) ?? "";
    const authTokenSealed =
      patch.authToken === undefined
        ? undefined
        : replaceAuthToken(sealer, owner, { sealed, token: patch.authToken, now });
    await writeCarrierAccount(tx, id, { name: patch.name, authTokenSealed });
    const isRenewed = authTokenSealed !== undefined;
    const after = { ...(await getCarrierAccountRow(tx, id)), ...(isRenewed ? { verification: null } : {}) };
    const action = isRenewed ? "renew-token" : "update";
    const change = { action, noun: "carrier-account", nounId: String(id), before, after, book: isRenewed };
    return { result: after, change };
  });
