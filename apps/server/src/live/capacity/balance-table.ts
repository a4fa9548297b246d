import { hasBalance } from "@ccp/engine";

/** What one call takes from a buyer's balance, all of it, by the facts as they are known here; micros. */
export type Charge = {
  callId: string;
  buyerId: number;
  micros: bigint;
  /** How much of it the ledger has already where the call's charge is not followed any more; absent for nothing. */
  bookedMicros?: bigint;
};

/** Money that moves between a buyer and us, as the ledger has it: what it adds to the buyer's balance. */
export type LedgerEntry = {
  /** The transfer's id; later ones have higher ids. */
  id: number;
  buyerId: number;
  /** The call whose revenue it is; null for payments and adjustments. */
  callId: string | null;
  micros: bigint;
};

/** A buyer's balance as the ledger stood at a transfer, and how much of it were these calls' revenues. */
export type LedgerStart = {
  buyerId: number;
  micros: bigint;
  /** The id of the account's last transfer that is in it. */
  through: number;
  calls: ReadonlyMap<string, bigint>;
};

type BuyerDocument = { accountId: string; buyerId: number; micros: string; through: number };
type ChargeDocument = { accountId: string; buyerId: number; callId: string; micros: string; seen: string };

/** Balances as a checkpoint keeps them. */
export type BalanceDocument = { buyers: readonly BuyerDocument[]; charges: readonly ChargeDocument[] };

/** How far a buyer's balance follows the ledger. */
export type LedgerMark = { buyerId: number; through: number };

/**
 * Balances of buyers who pay in advance: what the ledger says, less what calls take by their facts and the ledger does
 * not have yet, less what is held for calls whose facts are not known yet.
 */
export type BalanceTable = {
  /** Null where the ledger has not been heard of. */
  read(accountId: string, buyerId: number): bigint | null;
  hold(accountId: string, buyerId: number, micros: bigint): void;
  /** Replaces what is known of a call's charge by its facts. */
  charge(accountId: string, charge: Charge): void;
  /** Each operation with the ledger's word; what is not newer than the word before changes nothing. */
  start(accountId: string, start: LedgerStart): void;
  follow(accountId: string, entries: readonly LedgerEntry[], through: number): void;
  listMarks(accountId: string): LedgerMark[];
  listCharged(accountId: string): { callId: string; buyerId: number }[];
  /** From here on the ledger's word on this call stands. */
  settle(accountId: string, callId: string): void;
  list(): BalanceDocument;
  restore(document: BalanceDocument): void;
  clear(): void;
};

type Account = {
  buyers: Map<number, { micros: bigint; through: number }>;
  /** By buyer what all its charges come to that the ledger does not have. */
  ahead: Map<number, bigint>;
  held: Map<number, bigint>;
  /** By call, then by buyer: the charge by the facts, and how much of it the ledger has. */
  charges: Map<string, Map<number, { micros: bigint; seen: bigint }>>;
};

const createAccount = (): Account => ({
  buyers: new Map(),
  ahead: new Map(),
  held: new Map(),
  charges: new Map(),
});

const add = (amounts: Map<number, bigint>, buyerId: number, micros: bigint): void => {
  const sum = (amounts.get(buyerId) ?? 0n) + micros;
  if (sum === 0n) amounts.delete(buyerId);
  else amounts.set(buyerId, sum);
};

/** Notes what the ledger has of a call, if that call's charge is followed here. */
const see = ({ charges, ahead }: Account, callId: string, buyerId: number, micros: bigint): void => {
  const charge = charges.get(callId)?.get(buyerId);
  if (charge === undefined) return;
  charge.seen += micros;
  add(ahead, buyerId, -micros);
};

const setCharge = (
  { charges, ahead }: Account,
  { callId, buyerId, micros, bookedMicros = 0n }: Charge,
  seen: bigint = charges.get(callId)?.get(buyerId)?.seen ?? bookedMicros,
): void => {
  let ofCall = charges.get(callId);
  if (ofCall === undefined) charges.set(callId, (ofCall = new Map()));
  const was = ofCall.get(buyerId);
  add(ahead, buyerId, micros - seen - (was === undefined ? 0n : was.micros - was.seen));
  ofCall.set(buyerId, { micros, seen });
};

const toDocument = (accounts: ReadonlyMap<string, Account>): BalanceDocument => {
  const all = [...accounts];
  return {
    buyers: all.flatMap(([accountId, { buyers }]) =>
      [...buyers].map(([buyerId, { micros, through }]) => ({
        accountId,
        buyerId,
        micros: micros.toString(),
        through,
      })),
    ),
    charges: all.flatMap(([accountId, { charges }]) =>
      [...charges].flatMap(([callId, ofCall]) =>
        [...ofCall].map(([buyerId, { micros, seen }]) => ({
          accountId,
          buyerId,
          callId,
          micros: micros.toString(),
          seen: seen.toString(),
        })),
      ),
    ),
  };
};

/** Takes over what the ledger has moved after each buyer's mark. */
const follow = (account: Account, entries: readonly LedgerEntry[], through: number): void => {
  for (const { id, buyerId, callId, micros } of entries) {
    const buyer = account.buyers.get(buyerId);
    if (buyer === undefined || id <= buyer.through) continue;
    buyer.micros += micros;
    buyer.through = id;
    if (callId !== null) see(account, callId, buyerId, -micros);
  }
  for (const buyer of account.buyers.values()) buyer.through = Math.max(buyer.through, through);
};

/** Reading, holding and charging take constant time however many calls there were. */
export const createBalanceTable = (): BalanceTable => {
  const accounts = new Map<string, Account>();

  const open = (accountId: string): Account => {
    let account = accounts.get(accountId);
    if (account === undefined) accounts.set(accountId, (account = createAccount()));
    return account;
  };

  return {
    read: (accountId, buyerId) => {
      const account = accounts.get(accountId);
      const known = account?.buyers.get(buyerId);
      if (account === undefined || known === undefined) return null;
      return known.micros - (account.ahead.get(buyerId) ?? 0n) - (account.held.get(buyerId) ?? 0n);
    },
    hold: (accountId, buyerId, micros) => add(open(accountId).held, buyerId, micros),
    charge: (accountId, charge) => setCharge(open(accountId), charge),
    start: (accountId, { buyerId, micros, through, calls }) => {
      const account = open(accountId);
      account.buyers.set(buyerId, { micros, through });
      for (const [callId, ofCall] of account.charges) {
        const charge = ofCall.get(buyerId);
        if (charge !== undefined) see(account, callId, buyerId, (calls.get(callId) ?? 0n) - charge.seen);
      }
    },
    follow: (accountId, entries, through) => follow(open(accountId), entries, through),
    listMarks: (accountId) =>
      [...(accounts.get(accountId)?.buyers ?? [])].map(([buyerId, { through }]) => ({ buyerId, through })),
    listCharged: (accountId) =>
      [...(accounts.get(accountId)?.charges ?? [])].flatMap(([callId, ofCall]) =>
        [...ofCall.keys()].map((buyerId) => ({ callId, buyerId })),
      ),
    settle: (accountId, callId) => {
      const account = accounts.get(accountId);
      for (const [buyerId, { micros, seen }] of account?.charges.get(callId) ?? []) {
        if (account !== undefined) add(account.ahead, buyerId, seen - micros);
      }
      account?.charges.delete(callId);
    },
    list: () => toDocument(accounts),
    restore: ({ buyers, charges }) => {
      for (const { accountId, buyerId, micros, through } of buyers) {
        open(accountId).buyers.set(buyerId, { micros: BigInt(micros), through });
      }
      for (const { accountId, buyerId, callId, micros, seen } of charges) {
        setCharge(open(accountId), { callId, buyerId, micros: BigInt(micros) }, BigInt(seen));
      }
    },
    clear: () => accounts.clear(),
  };
};

/** What a dial takes from a balance before its facts are known. */
export type BalanceHold = { buyerId: number; micros: bigint; credit: bigint };

/** The balance that is too small for what is to be taken; undefined where it is not. A balance that is not known is none. */
export const findShort = (
  balances: BalanceTable,
  accountId: string,
  { buyerId, micros, credit }: BalanceHold,
): { balance: bigint | null } | undefined => {
  const balance = balances.read(accountId, buyerId);
  const isEnough = balance !== null && hasBalance(balance, { credit, needed: micros });
  return isEnough ? undefined : { balance };
};
