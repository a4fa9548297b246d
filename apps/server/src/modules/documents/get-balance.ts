import type { PartyBalance } from "@ccp/contract";
import type { Party } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { findLastDocument } from "./documents.store.ts";
import { readBalance } from "./ledger-lines.store.ts";
import { findPartyName } from "./parties.store.ts";

/** What a party owes or is owed now; the ledger is summed up each time. */
export const getBalance = ({ pools, ctx, input: party }: Verb<Party>): Promise<PartyBalance> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    if ((await findPartyName(tx, party)) === undefined) throw notFound(party.kind);
    const { currency } = await getAccountRow(tx);
    const balance = await readBalance(tx, { party, currency });
    const last = await findLastDocument(tx, { party, currency });
    return {
      currency,
      balanceMicros: balance.toString(),
      openMicros: (balance - (last?.closingMicros ?? 0n)).toString(),
      lastDocument:
        last === undefined
          ? null
          : {
              id: last.id,
              number: last.number,
              periodThrough: last.periodThrough,
              closingMicros: last.closingMicros.toString(),
            },
    };
  });
