import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type BalanceTable, createBalanceTable } from "./balance-table.ts";

const accountId = "account-a";
const buyerId = 7;

/** A ledger in its plainest form, and what calls owe by their facts. */
type World = {
  table: BalanceTable;
  transfers: { id: number; callId: string | null; micros: bigint }[];
  facts: Map<string, bigint>;
  /** Payments and adjustments that the ledger has. */
  paid: bigint;
  /** Those of them that were heard of. */
  heard: bigint;
  gone: Set<string>;
};

const sumOf = (amounts: Iterable<bigint>): bigint => [...amounts].reduce((sum, micros) => sum + micros, 0n);

const bookedOf = ({ transfers }: World, callId: string): bigint =>
  -sumOf(transfers.filter((one) => one.callId === callId).map(({ micros }) => micros));

const add = (world: World, callId: string | null, micros: bigint): void => {
  world.transfers.push({ id: world.transfers.length + 1, callId, micros });
};

const isBooked = (world: World, callId: string): boolean =>
  bookedOf(world, callId) === (world.facts.get(callId) ?? 0n);

const hear = (world: World): void => {
  const { table, transfers } = world;
  const entries = transfers.map((one) => ({ ...one, buyerId }));
  table.follow(accountId, entries, transfers.length);
  world.heard = world.paid;
};

const start = (world: World): void => {
  const calls = new Map(
    world.table.listCharged(accountId).map(({ callId }) => [callId, bookedOf(world, callId)]),
  );
  const micros = sumOf(world.transfers.map((one) => one.micros));
  world.table.start(accountId, { buyerId, micros, through: world.transfers.length, calls });
  world.heard = world.paid;
};

const restart = (world: World): void => {
  const document: unknown = JSON.parse(JSON.stringify(world.table.list()));
  world.table = createBalanceTable();
  world.table.restore(document as ReturnType<BalanceTable["list"]>);
};

type Move = (world: World) => void;

const moves = (callId: string, micros: bigint): Record<string, Move> => ({
  /** A call's facts say so much now. */
  "the facts say": (world) => {
    if (world.gone.has(callId)) return;
    world.facts.set(callId, micros);
    world.table.charge(accountId, { callId, buyerId, micros });
  },
  "the drain books": (world) => {
    const owed = (world.facts.get(callId) ?? 0n) - bookedOf(world, callId);
    if (owed !== 0n) add(world, callId, -owed);
  },
  "a payment comes": (world) => {
    add(world, null, micros);
    world.paid += micros;
  },
  /** A word that comes when the live path knows the call no longer. */
  "a late word is booked": (world) => {
    if (!world.gone.has(callId)) return;
    const owed = micros - (world.facts.get(callId) ?? 0n);
    if (owed !== 0n) add(world, callId, -owed);
    world.facts.set(callId, micros);
    hear(world);
  },
  "the ledger is heard": hear,
  "the ledger is read anew": start,
  "the call is over and booked": (world) => {
    if (!isBooked(world, callId)) return;
    world.gone.add(callId);
    hear(world);
    world.table.settle(accountId, callId);
  },
  restart,
});

const anyMove = fc
  .tuple(
    fc.constantFrom("call-1", "call-2", "call-3"),
    fc.bigInt({ min: 0n, max: 50n }),
    fc.constantFrom(...Object.keys(moves("", 0n))),
  )
  .map(([callId, micros, name]) => ({ callId, micros, name }));

test("a balance is what was heard to be paid less what calls owe by their facts, whenever the ledger gets them", () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 60 }), (history) => {
      const world: World = {
        table: createBalanceTable(),
        transfers: [],
        facts: new Map(),
        paid: 0n,
        heard: 0n,
        gone: new Set(),
      };
      start(world);
      for (const { callId, micros, name } of history) {
        moves(callId, micros)[name]?.(world);
        expect(world.table.read(accountId, buyerId)).toBe(world.heard - sumOf(world.facts.values()));
      }
      for (const callId of world.facts.keys()) moves(callId, 0n)["the drain books"]?.(world);
      hear(world);
      const ledger = sumOf(world.transfers.map(({ micros }) => micros));
      expect(world.table.read(accountId, buyerId)).toBe(ledger);
    }),
    { numRuns: 1000 },
  );
});

test("what is held is missing from the balance until it is let go, and is in no checkpoint", () => {
  const table = createBalanceTable();
  table.start(accountId, { buyerId, micros: 100n, through: 3, calls: new Map() });
  table.hold(accountId, buyerId, 30n);
  expect(table.read(accountId, buyerId)).toBe(70n);
  expect(table.list()).toEqual({ buyers: [{ accountId, buyerId, micros: "100", through: 3 }], charges: [] });
  table.hold(accountId, buyerId, -30n);
  expect(table.read(accountId, buyerId)).toBe(100n);
});

test("a buyer whose ledger was not heard of, or of another account, has no balance that is known", () => {
  const table = createBalanceTable();
  table.charge(accountId, { callId: "call-1", buyerId, micros: 5n });
  expect(table.read(accountId, buyerId)).toBe(null);
  table.start(accountId, { buyerId, micros: 100n, through: 3, calls: new Map([["call-1", 5n]]) });
  expect(table.read(accountId, buyerId)).toBe(100n);
  expect(table.read("account-b", buyerId)).toBe(null);
});
