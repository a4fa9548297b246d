import type { CarrierAccount } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Sealer } from "#sealing.ts";
import { sealAuthToken } from "./auth-token.ts";
import { claimCarrierAccount } from "./carrier-accounts.store.ts";

export type CarrierAccountInput = {
  carrier: CarrierAccount["carrier"];
  name: string;
  accountRef: string;
  authToken: string;
};

/** One account of a carrier belongs to one account here, since its webhooks are told apart by it. */
export const connectCarrierAccount = async (
  tx: AccountTransaction,
  sealer: Sealer,
  { authToken, ...shown }: CarrierAccountInput,
): Promise<CarrierAccount> => {
  const owner = { accountId: tx.accountId, accountRef: shown.accountRef };
  const authTokenSealed = sealAuthToken(sealer, owner, authToken);
  const connected = await claimCarrierAccount(tx, { ...shown, authTokenSealed });
  if (connected !== undefined) return connected;
  const message = "This carrier account is connected already.";
  throw new AppError("conflict", message, { details: [{ path: "body.accountRef", message }] });
};
