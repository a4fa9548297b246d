import type { CarrierAccount } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Sealer } from "#sealing.ts";
import { findAuthToken } from "./auth-token.ts";
import { findCarrierAccountRow, findSealedToken, selectNumbersOf } from "./carrier-accounts.store.ts";

export const getCarrierAccountRow = async (tx: AccountTransaction, id: number): Promise<CarrierAccount> => {
  const found = await findCarrierAccountRow(tx, id);
  if (found === undefined) throw notFound("carrier account");
  return found;
};

/** A carrier account with its token and the numbers that are entered as its. */
export const getCarrierAccess = async (
  tx: AccountTransaction,
  sealer: Sealer,
  id: number,
): Promise<{
  carrierAccount: CarrierAccount;
  authToken: string;
  numbers: { id: number; number: string }[];
}> => {
  const carrierAccount = await getCarrierAccountRow(tx, id);
  const { accountRef } = carrierAccount;
  const sealed = (await findSealedToken(tx, id)) ?? "";
  // One that does not open is none: the carrier will refuse it, and say so.
  const authToken = findAuthToken(sealer, { accountId: tx.accountId, accountRef }, sealed)?.token ?? "";
  return { carrierAccount, authToken, numbers: await selectNumbersOf(tx, id) };
};
