import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { deleteNumber, getNumberRow } from "./numbers.store.ts";

/** Calls keep the number they came in by; a new call to it is nobody's. */
export const removeNumber = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<undefined> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getNumberRow(tx, input.id);
    await deleteNumber(tx, input.id);
    return {
      result: undefined,
      change: { action: "remove", noun: "number", nounId: String(input.id), before, after: null, book: true },
    };
  });
