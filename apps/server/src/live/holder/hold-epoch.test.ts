import { expect, test } from "vitest";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createTestLog } from "#live/disk/testing/test-dir.ts";
import type { Claimant, Epochs } from "./epoch.ts";
import { holdEpoch } from "./hold-epoch.ts";

/** The epoch's row, shared by all that ask; `isStale` says that its holder was not heard of for long. */
const createRow = () => {
  const row = {
    holder: "",
    folder: "",
    isFree: true,
    isStale: false,
    isDown: false,
    isSilent: false,
  };
  const answer = (mayTake: () => boolean, claimant?: Claimant): Promise<number | undefined> => {
    if (row.isSilent) return new Promise(() => undefined);
    if (row.isDown) return Promise.reject(new Error("connection refused"));
    if (!mayTake()) return Promise.resolve(undefined);
    if (claimant !== undefined) Object.assign(row, claimant, { isFree: false, isStale: false });
    return Promise.resolve(1);
  };
  const epochs: Epochs = {
    resume: (claimant) => answer(() => row.folder === claimant.folder, claimant),
    claim: (claimant) => answer(() => row.isFree || row.isStale || row.folder === claimant.folder, claimant),
    refresh: (holder) => answer(() => row.holder === holder && !row.isFree),
    release: async (holder) => {
      await answer(() => row.holder === holder);
      row.isFree ||= row.holder === holder;
    },
  };
  return Object.assign(row, { epochs });
};

const start = (row: ReturnType<typeof createRow>, name: string, can = { goOn: true, isStarted: true }) => {
  const clock = createHeldClock();
  const log = createTestLog();
  const holding = holdEpoch({
    claimant: { holder: name, folder: name },
    epochs: row.epochs,
    canGoOn: () => can.goOn,
    isStarted: () => can.isStarted,
    clock,
    log,
  });
  return { clock, log, can, holding };
};

test("the second waits for the first, and has the live state within a second of its release", async () => {
  const row = createRow();
  const first = await start(row, "a").holding;
  const { holding, clock, log } = start(row, "b");
  const second = await holding;
  for (let n = 0; n < 20; n += 1) await clock.advance(1000);
  expect([first.isHolder(), second.isHolder()]).toEqual([true, false]);
  expect(log.lines).toEqual(["waiting for the holder of the live state"]);
  await first.release();
  await clock.advance(1000);
  expect(second.isHolder()).toBe(true);
  await second.release();
});

test("when the first was killed, the second has the live state as soon as the first counts as gone", async () => {
  const row = createRow();
  await start(row, "a").holding;
  const { holding, clock } = start(row, "b");
  const second = await holding;
  await clock.advance(1000);
  expect(second.isHolder()).toBe(false);
  row.isStale = true;
  await clock.advance(1000);
  expect(second.isHolder()).toBe(true);
  await second.release();
});

test("a process whose start is never done takes nothing, even what is free", async () => {
  const row = createRow();
  const { holding, clock, can } = start(row, "b", { goOn: true, isStarted: false });
  const hold = await holding;
  await clock.advance(1000);
  expect(row.isFree).toBe(true);
  can.isStarted = true;
  await hold.look();
  expect(hold.isHolder()).toBe(true);
  await hold.release();
});

test("the folder that had it last goes on before the rest of its start is done, if it can", async () => {
  const row = createRow();
  Object.assign(row, { folder: "a", holder: "a, killed", isFree: false });
  const able = start(row, "a", { goOn: true, isStarted: false });
  expect((await able.holding).isHolder()).toBe(true);
  const unable = start(row, "a", { goOn: false, isStarted: false });
  expect((await unable.holding).isHolder()).toBe(false);
});

test("a holder whose place was taken has lost for good", async () => {
  const row = createRow();
  const { holding, clock } = start(row, "a");
  const hold = await holding;
  await clock.advance(1000);
  expect(hold.lost.aborted).toBe(false);
  row.holder = "b";
  row.folder = "b";
  await clock.advance(1000);
  expect(hold.lost.aborted).toBe(true);
  expect(hold.isHolder()).toBe(false);
  await hold.release();
  expect(row.isFree).toBe(false);
});

test("a database that refuses delays nothing, and the epoch is claimed when it is back", async () => {
  const row = createRow();
  row.isDown = true;
  const { holding, clock } = start(row, "a");
  const hold = await holding;
  expect(hold.isHolder()).toBe(true);
  await clock.advance(1000);
  row.isDown = false;
  await clock.advance(1000);
  expect(row.holder).toBe("a");
  row.isDown = true;
  await clock.advance(1000);
  expect(hold.isHolder()).toBe(true);
  await hold.release();
});

test("whoever began without the database stops when another living process holds the live state", async () => {
  const row = createRow();
  row.isDown = true;
  const { holding, clock } = start(row, "b");
  const hold = await holding;
  Object.assign(row, { isDown: false, isFree: false, holder: "a", folder: "a" });
  await clock.advance(1000);
  expect(hold.lost.aborted).toBe(true);
  expect(row.holder).toBe("a");
});

test("whoever waits for another goes on waiting while the database is away", async () => {
  const row = createRow();
  await start(row, "a").holding;
  const { holding, clock } = start(row, "b");
  const hold = await holding;
  row.isDown = true;
  for (let n = 0; n < 5; n += 1) await clock.advance(1000);
  expect(hold.isHolder()).toBe(false);
});

test("a database that does not answer at all delays the start by 1.5 seconds at the most", async () => {
  const row = createRow();
  row.isSilent = true;
  const { holding, clock } = start(row, "a");
  await clock.advance(0);
  await clock.advance(1500);
  expect((await holding).isHolder()).toBe(true);
});
