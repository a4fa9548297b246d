import { isDeepStrictEqual } from "node:util";
import type { Account, UpdateAccount } from "@ccp/contract";
import { invalidField } from "#http/app-error.ts";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { writeAccount } from "./accounts.store.ts";
import { getAccountRow } from "./get-account.ts";

const checkCurrency = (before: Account, currency: string | undefined): void => {
  if (currency === undefined || currency === before.currency || !before.isCurrencyFixed) return;
  throw invalidField("body.currency", `Money is booked in ${before.currency} already, so it stays.`);
};

/** What the routing book has of the account, or what was made with it, such as the hours of targets without a zone. */
const inBook = ["timeZone", "currency", "attestations", "dialCountries", "highRiskPrefixes"] as const;

const isInBook = (before: Account, after: Account): boolean =>
  inBook.some((field) => !isDeepStrictEqual(before[field], after[field]));

export const updateAccount = ({ pools, ctx, input }: Verb<UpdateAccount>): Promise<Account> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const { version, ...patch } = input;
    const before = await getAccountRow(tx);
    requireVersion(before.version, version, "body");
    checkCurrency(before, patch.currency);
    await writeAccount(tx, patch);
    const after = await getAccountRow(tx);
    const change = { action: "update", noun: "account", nounId: after.id, before, after };
    return { result: after, change: { ...change, book: isInBook(before, after) } };
  });
