import type { Account, Target } from "@ccp/contract";
import { type Barred, describeBarred } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { findDestinationBar } from "#modules/numbers/find-destination-bar.ts";

const toMessage = (barred: Barred): string => {
  const field: keyof Account = barred.kind === "country" ? "dialCountries" : "highRiskPrefixes";
  const why = describeBarred(barred);
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}. An administrator can allow it in the account's settings under "Whom we dial" (${field}).`;
};

/** Refuses phone numbers that the account's dialling permissions do not cover; `path` is where each was given. */
export const requireDialable = async (
  tx: AccountTransaction,
  given: readonly { destination: Target["destination"]; path: string }[],
): Promise<void> => {
  if (given.length === 0) return;
  const account = await getAccountRow(tx);
  for (const { destination, path } of given) {
    const barred = findDestinationBar(destination, account);
    if (barred !== null) throw invalidField(path, toMessage(barred));
  }
};
