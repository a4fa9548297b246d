import { pino } from "pino";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createLatePools } from "#db/late-pools.ts";
import { tellAddress } from "./tell-address.ts";

test("a database that fails while the sign-in link is made costs the link after five tries, and nothing else", async () => {
  const clock = createHeldClock();
  const said: string[] = [];
  let failures = 0;
  const log = pino({ level: "error" }, { write: () => (failures += 1) });
  let isTold = false;
  const owner = { accountId: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0000", userId: 1 };
  const telling = tellAddress(
    { opened: Promise.resolve({ owner, setUpToken: null }), pools: createLatePools() },
    {
      publicUrl: "https://calls.example.com",
      clock,
      log,
      signal: new AbortController().signal,
      say: (text) => said.push(text),
    },
  ).then(() => (isTold = true));
  await expect
    .poll(async () => {
      await clock.advance(1000);
      return isTold;
    })
    .toBe(true);
  await telling;
  expect(failures).toBe(5);
  expect(said).toEqual(["\nCallCenter Pro is open at https://calls.example.com"]);
});
