import { getByName } from "./install-plan.ts";
import type { Law } from "./laws.ts";
import type { TransferRow } from "./read-booked.ts";

type Nets = ReadonlyMap<string, bigint>;

const toNets = (transfers: readonly TransferRow[]): Nets => {
  const nets = new Map<string, bigint>();
  const add = (party: string, micros: bigint) => nets.set(party, (nets.get(party) ?? 0n) + micros);
  for (const { debit, credit, amount_micros: amount } of transfers) {
    add(debit, -BigInt(amount));
    add(credit, BigInt(amount));
  }
  return new Map([...nets].filter(([, micros]) => micros !== 0n));
};

const toText = (nets: Nets): string =>
  [...nets]
    .map(([party, micros]) => `${party} ${micros}`)
    .sort()
    .join(", ");

const isPaying = ([party, micros]: readonly [string, bigint]): boolean =>
  party.startsWith("buyer:") && micros !== 0n;

/** Buyers who owed something at the same time, at whatever moment of the booking. */
const countPayingAtMost = (transfers: readonly TransferRow[]): number =>
  Math.max(
    0,
    ...transfers.map((_, index) => [...toNets(transfers.slice(0, index + 1))].filter(isPaying).length),
  );

const findUnbalanced = (transfers: readonly TransferRow[], currency: string): string[] => {
  const keys = new Set(transfers.map(({ idempotency_key: key }) => key));
  const reversed = transfers.flatMap(({ reverses_key: key }) => key ?? []);
  return [
    ...(keys.size === transfers.length ? [] : ["a key is used twice"]),
    ...(new Set(reversed).size === reversed.length ? [] : ["a transfer is taken back twice"]),
    ...reversed.filter((key) => !keys.has(key)).map((key) => `${key} is taken back and was never booked`),
    ...transfers.flatMap((transfer) => {
      const isSound =
        transfer.debit !== transfer.credit &&
        BigInt(transfer.amount_micros) > 0n &&
        transfer.currency === currency;
      return isSound ? [] : [`${transfer.idempotency_key} is no sound transfer`];
    }),
  ];
};

/** Every party of the ledger nets to what the model says, to the micro, and nobody was ever charged beside another. */
export const ledgerHolds: Law = ({ truth, expected, booked: { transfers }, account }) => {
  const { buyerIds, publisherIds } = account;
  const plan = account.history.latest();
  const { revenueMicros, payoutMicros, connected } = expected;
  const wanted = new Map<string, bigint>();
  if (revenueMicros > 0n) {
    wanted.set(`buyer:${getByName(buyerIds, connected?.target.buyer ?? "")}:receivable`, -revenueMicros);
  }
  if (payoutMicros > 0n) {
    const publisher = plan.numbers.find(({ number }) => number === truth.to)?.publisher ?? "";
    wanted.set(`publisher:${getByName(publisherIds, publisher)}:payable`, payoutMicros);
  }
  if (revenueMicros !== payoutMicros) wanted.set("margin", revenueMicros - payoutMicros);
  const [actual, due] = [toText(toNets(transfers)), toText(wanted)];
  return [
    ...(actual === due ? [] : [`the ledger nets to "${actual}" and should to "${due}"`]),
    ...(countPayingAtMost(transfers) <= 1 ? [] : ["two buyers were charged at the same time"]),
    ...findUnbalanced(transfers, plan.currency),
  ];
};
