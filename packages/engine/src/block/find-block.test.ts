import * as fc from "fast-check";
import { expect, test } from "vitest";
import { aCampaign, aRow } from "#testing/book.ts";
import { arrivedFact, createStage, decide, tell } from "#testing/stage.ts";
import type { BlockedCaller, BlockKind } from "./blocked-caller.ts";
import { compileBlocks, findBlock } from "./find-block.ts";
import { readCaller } from "./read-caller.ts";

const now = 1_000_000;

const digits = fc.stringMatching(/^[1-3]{1,6}$/);
const from = fc.oneof(
  digits.map((text) => `+${text}`),
  fc.constantFrom("anonymous", "client:alice"),
);

const entry = fc
  .record({
    id: fc.nat(),
    campaignId: fc.constantFrom(null, "campaign", "another"),
    kind: fc.constantFrom<BlockKind>("number", "prefix", "anonymous"),
    value: digits,
    reason: fc.constantFrom("", "spam"),
    expiresAt: fc.constantFrom(null, now - 1, now, now + 1),
  })
  .map((made) => (made.kind === "anonymous" ? { ...made, value: "" } : made));

const entries = fc.uniqueArray(entry, {
  selector: ({ campaignId, kind, value }) => `${campaignId}:${kind}:${value}`,
  maxLength: 12,
});

const fits = ({ kind, value }: BlockedCaller, caller: ReturnType<typeof readCaller>): boolean => {
  if (caller.kind !== "number") return caller.kind === kind;
  return kind === "number" ? caller.digits === value : kind === "prefix" && caller.digits.startsWith(value);
};

/** The more telling of two entries that fit. */
const rank = ({ campaignId, kind, value }: BlockedCaller): number =>
  (campaignId === null ? 0 : 100) + (kind === "number" ? 50 : value.length);

test("the entry that blocks is the most telling of all that are in force here and fit the caller", () => {
  fc.assert(
    fc.property(entries, from, (list, caller) => {
      const fitting = list
        .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
        .filter(({ campaignId }) => campaignId === null || campaignId === "campaign")
        .filter((each) => fits(each, readCaller(caller)))
        .toSorted((a, b) => rank(b) - rank(a));
      const block = findBlock(compileBlocks(list), { from: caller, campaignId: "campaign", at: now });
      expect(block?.entryId).toBe(fitting[0]?.id);
      expect(block?.kind).toBe(fitting[0]?.kind);
    }),
    { numRuns: 2000 },
  );
});

test("a blocked caller never reaches a target, and nobody else is kept from one", () => {
  fc.assert(
    fc.property(entries, from, fc.string(), (list, caller, seed) => {
      const stage = createStage(aCampaign({ rows: [aRow("Acme"), aRow("Bright")] }));
      stage.blocked = list;
      tell(stage, arrivedFact({ from: caller }));
      const { fact, reserves } = decide(stage, { kind: "arrived" }, seed);
      const block = findBlock(compileBlocks(list), { from: caller, campaignId: "campaign", at: now });
      expect(reserves.length === 0).toBe(block !== null);
      expect(fact.choice).toMatchObject(
        block === null ? { kind: "dial" } : { kind: "apologise", reason: "caller-blocked" },
      );
      expect(fact.block ?? null).toEqual(block);
    }),
    { numRuns: 1000 },
  );
});

test("a look-up in a hundred thousand entries touches fifteen of them at the most", () => {
  const list = compileBlocks(
    Array.from({ length: 100_000 }, (_, id): BlockedCaller => ({
      id,
      campaignId: null,
      kind: id % 2 === 0 ? "number" : "prefix",
      value: String(10_000_000_000 + id),
      reason: "",
      expiresAt: null,
    })),
  );
  let asked = 0;
  const counting = new Proxy(list.account.prefixes, {
    get: (map, name) => {
      if (name === "size") return map.size;
      asked += 1;
      return map.get.bind(map);
    },
  });
  const account = { ...list.account, prefixes: counting };
  const find = (caller: string) =>
    findBlock({ ...list, account }, { from: caller, campaignId: "campaign", at: now });
  expect(find("+999999999999999")).toBeNull();
  expect(asked).toBe(15);
  expect(find("+10000000002")?.entryId).toBe(2);
  expect(find("+100000000034")?.entryId).toBe(3);
});
