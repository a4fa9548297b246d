import type { PartyBalance } from "@ccp/contract";
import type { Party } from "@ccp/engine";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { getAccountRow } from "#modules/accounts/get-account.ts";
import { findLastDocument } from "./documents.store.ts";
import { readBalance } from "./ledger-lines.store.ts";
import { findPartyName, paysInAdvance } from "#modules/ledger/find-party.ts";

/** What calls are held against; where the buyer stands in no campaign that is the ledger's word alone. */
const readLive = async (
  tx: AccountTransaction,
  capacity: Pick<Capacity, "readBalances">,
  { party, ledger }: { party: Extract<Party, { kind: "buyer" }>; ledger: bigint },
): Promise<bigint | null> => {
  if (!(await paysInAdvance(tx, party.id))) return null;
  const [live] = await capacity.readBalances(tx.accountId, [party.id]);
  return live ?? ledger;
};

/** What a party owes or is owed now; the ledger is summed up each time. */
export const getBalance = ({
  pools,
  ctx,
  input: party,
  capacity,
}: Verb<Party> & { capacity: Pick<Capacity, "readBalances"> }): Promise<PartyBalance> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    if ((await findPartyName(tx, party)) === undefined) throw notFound(party.kind);
    const { currency } = await getAccountRow(tx);
    const balance = await readBalance(tx, { party, currency });
    const live = party.kind === "buyer" ? await readLive(tx, capacity, { party, ledger: -balance }) : null;
    const last = await findLastDocument(tx, { party, currency });
    return {
      currency,
      balanceMicros: balance.toString(),
      liveMicros: live?.toString() ?? null,
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
