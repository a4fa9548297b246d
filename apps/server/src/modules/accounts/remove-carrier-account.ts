import { inUse } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { deleteCarrierAccount, selectNumbersOf } from "./carrier-accounts.store.ts";
import { getCarrierAccountRow } from "./get-carrier-access.ts";

const shownMax = 20;

/** Its webhooks are refused from then on. */
export const removeCarrierAccount = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<undefined> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const before = await getCarrierAccountRow(tx, input.id);
    const numbers = await selectNumbersOf(tx, input.id);
    if (numbers.length > 0) {
      const shown = numbers.slice(0, shownMax).map(({ number }) => number);
      throw inUse("Numbers are entered as this carrier account's; remove them first.", shown);
    }
    await deleteCarrierAccount(tx, before);
    const change = {
      action: "remove",
      noun: "carrier-account",
      nounId: String(input.id),
      before,
      after: null,
    };
    return { result: undefined, change: { ...change, book: true } };
  });
