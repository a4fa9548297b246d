import { expect, test } from "vitest";
import { createRefreshQueue } from "./refresh-queue.ts";

/** Refreshes that end when they are told to. */
const createManual = () => {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    refresh: (accountId: string) => {
      begun.push(accountId);
      return new Promise<void>((resolve) => ends.set(accountId, resolve));
    },
    end: async (accountId: string) => {
      ends.get(accountId)?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

test("an account that is asked for while it is refreshed is refreshed once more, however often it was asked for", async () => {
  const { begun, refresh, end } = createManual();
  const ask = createRefreshQueue(2, refresh);
  const answered: number[] = [];
  for (const index of [0, 1, 2, 3]) void ask("ada").then(() => answered.push(index));
  expect(begun).toEqual(["ada"]);
  await end("ada");
  expect(begun).toEqual(["ada", "ada"]);
  expect(answered).toEqual([0]);
  await end("ada");
  expect(answered).toEqual([0, 1, 2, 3]);
  expect(begun).toHaveLength(2);
});

test("no more accounts than allowed are refreshed side by side, and one that waits for itself holds up no other", async () => {
  const { begun, refresh, end } = createManual();
  const ask = createRefreshQueue(2, refresh);
  for (const accountId of ["ada", "ada", "bob", "cid"]) void ask(accountId);
  expect(begun).toEqual(["ada", "bob"]);
  await end("bob");
  expect(begun).toEqual(["ada", "bob", "cid"]);
  await end("ada");
  expect(begun).toEqual(["ada", "bob", "cid", "ada"]);
});
