import { withAccount } from "@ccp/server/db/transaction.ts";
import type { World } from "#support/start-world.ts";
import { getTarget } from "./expected-call.ts";
import { getByName, type InstalledAccount } from "./install-plan.ts";

/** Looks into the ledger again and again, as a careful bookkeeper who trusts no other account of the balances. */
export type BalanceWatch = {
  /** When a buyer who pays in advance was first seen with nothing left, by name (epoch ms). */
  spentAt: ReadonlyMap<string, number>;
  /** Calls that rang at such a buyer all the same. */
  listLate(callSids: readonly string[]): string[];
  stop(): void;
};

type Options = { world: Pick<World, "clock" | "simulator" | "app">; account: InstalledAccount };

const eachMs = 600_000;
/** Between the decision and the first ring. */
const DIAL_MS = 5_000;

const readLedger = ({ app }: Options["world"], { ctx: { accountId } }: InstalledAccount, party: string) =>
  withAccount(app.pools.app, accountId, async (tx) => {
    const { rows } = await tx.query<{ left: string }>(
      `select coalesce(sum(case when credit = $2 then amount_micros else -amount_micros end), 0) as left
       from ledger_transfers where account_id = $1 and $2 in (debit, credit)`,
      [accountId, party],
    );
    return BigInt(rows[0]?.left ?? 0);
  });

/** Begins at once and goes on until it is stopped. */
export const watchBalances = ({ world, account }: Options): BalanceWatch => {
  const { clock, simulator } = world;
  const plan = account.history.latest();
  const prepaid = [...(plan.buyers ?? [])].flatMap(([name, { prepaid: terms }]) =>
    terms === undefined ? [] : [{ name, credit: BigInt(terms.creditLimitMicros) }],
  );
  const spentAt = new Map<string, number>();
  let isStopped = false;

  const look = async (): Promise<void> => {
    for (const { name, credit } of prepaid.filter((each) => !spentAt.has(each.name))) {
      const party = `buyer:${getByName(account.buyerIds, name)}:receivable`;
      if ((await readLedger(world, account, party)) + credit <= 0n) spentAt.set(name, clock.now());
    }
    if (!isStopped) clock.setTimeout(look, eachMs);
  };
  clock.setTimeout(look, eachMs);

  return {
    spentAt,
    listLate: (callSids) =>
      callSids.flatMap((callSid) =>
        simulator.getTruth(callSid).children.flatMap((leg) => {
          const { name, buyer } = getTarget(plan, leg);
          const since = spentAt.get(buyer) ?? Number.POSITIVE_INFINITY;
          return leg.startedAt - DIAL_MS > since
            ? [`${callSid} rang ${name} of ${buyer}, who had nothing left`]
            : [];
        }),
      ),
    stop: () => {
      isStopped = true;
    },
  };
};
