import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanRow } from "@ccp/engine";
import { expect, test } from "vitest";
import { type AsyncFiles, asyncNodeFiles } from "#live/disk/async-files.ts";
import { createTestDir, createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { createSealer } from "#sealing.ts";
import { listsOf } from "./lists-of.ts";
import { openSnapshot } from "./open-snapshot.ts";
import type { SnapshotEntry } from "./snapshot.ts";
import { toParts } from "./to-parts.ts";

const sealer = createSealer(testKeys);
const ada = "5b0f3c1e-7a55-4b3c-9a51-3f1f7d0c2a11";
const bob = "5b0f3c1e-7a55-4b3c-9a51-3f1f7d0c2a22";

const open = (dir: string, files: AsyncFiles = asyncNodeFiles) =>
  openSnapshot({ dir, sealer, log: createTestLog(), files });

const toRow = (n: number): PlanRow => ({
  targetId: `target-${n}`,
  targetName: `Target ${n}`,
  targetStatus: "active",
  buyerId: 1,
  buyerName: "Buyer",
  buyerStatus: "active",
  enabled: true,
  priority: 1,
  weight: 1,
  destination: { kind: "phone", address: "+12025550142" },
  concurrencyMax: null,
  ringTimeoutSeconds: null,
  revenueMicros: "1000000",
  revenueAfterSeconds: 30,
});

type Sizes = { numbers?: number; targets?: number; refs?: string[] };

const toEntry = (
  accountId: string,
  revision: number,
  { numbers = 1, targets = 1, refs = [accountId] }: Sizes = {},
): SnapshotEntry => ({
  book: {
    format: 1,
    accountId,
    revision,
    currency: "USD",
    numbers: Object.fromEntries(
      Array.from({ length: numbers }, (_, n) => [
        `1:+1202555${String(100 + n).padStart(4, "0")}`,
        { id: n, campaignId: "c", publisherId: null },
      ]),
    ),
    campaigns: {
      c: {
        id: "c",
        name: "Campaign",
        status: "active",
        dialAttemptsMax: 3,
        ringTimeoutSeconds: 20,
        timeLimitSeconds: 3600,
        recording: "off",
        callerId: "caller",
        apology: "Nobody can take your call.",
        payoutMicros: "500000",
        payoutAfterSeconds: 30,
        rows: Array.from({ length: targets }, (_, n) => toRow(n)),
        fallback: null,
      },
    },
  },
  carrierAccounts: refs.map((accountRef, index) => ({
    id: index + 1,
    carrier: "twilio",
    accountRef,
    authTokens: ["token"],
  })),
});

test("an installed entry is found by account and by carrier ref, also after a restart without anything else", async () => {
  const dir = createTestDir();
  const snapshot = await open(dir);
  await snapshot.install(toEntry(ada, 1, { refs: ["AC1", "AC2"] }));
  await snapshot.install(toEntry(bob, 1, { refs: ["AC3"] }));
  for (const reading of [snapshot, await open(dir)]) {
    expect(reading.find(ada)).toEqual(toEntry(ada, 1, { refs: ["AC1", "AC2"] }));
    expect(reading.findByCarrierRef("twilio", "AC2")?.carrierAccount.id).toBe(2);
    expect(reading.findByCarrierRef("twilio", "AC3")?.entry.book.accountId).toBe(bob);
    expect(reading.findByCarrierRef("simulator", "AC3")).toBeUndefined();
    expect([...reading.all()].map(({ book }) => book.accountId).sort()).toEqual([ada, bob]);
  }
});

test("an older revision is ignored, whatever the order in which installs were asked for", async () => {
  const snapshot = await open(createTestDir());
  await Promise.all([3, 2, 5, 4].map((revision) => snapshot.install(toEntry(ada, revision))));
  expect(snapshot.find(ada)?.book.revision).toBe(5);
});

test("an entry that changes nothing writes nothing", async () => {
  const dir = createTestDir();
  const snapshot = await open(dir);
  await snapshot.install(toEntry(ada, 1));
  await snapshot.install(toEntry(ada, 1));
  expect(readdirSync(dir)).toEqual([`${ada}.1.sealed`]);
});

test("a damaged file falls back to the generation before", async () => {
  const dir = createTestDir();
  const snapshot = await open(dir);
  await snapshot.install(toEntry(ada, 1));
  await snapshot.install(toEntry(ada, 2));
  writeFileSync(join(dir, `${ada}.2.sealed`), "");
  expect((await open(dir)).find(ada)?.book.revision).toBe(1);
});

test.each<[string, Sizes, Sizes, boolean]>([
  ["4 of 10 numbers", { numbers: 10 }, { numbers: 6 }, false],
  ["3 of 10 numbers", { numbers: 10 }, { numbers: 7 }, true],
  ["all of 9 numbers", { numbers: 9 }, { numbers: 0 }, true],
  ["4 of 10 targets", { targets: 10 }, { targets: 6 }, false],
  ["3 of 10 targets", { targets: 10 }, { targets: 7 }, true],
])("an entry that drops %s", async (_name, before, after, isTaken) => {
  const snapshot = await open(createTestDir());
  await snapshot.install(toEntry(ada, 1, before));
  const install = snapshot.install(toEntry(ada, 2, after));
  if (isTaken) await install;
  else await expect(install).rejects.toThrow(/4 of its 10 (numbers|targets) would be gone/);
  expect(snapshot.find(ada)?.book.revision).toBe(isTaken ? 2 : 1);
  await snapshot.install(toEntry(ada, 3, after), { confirmed: true });
  expect(snapshot.find(ada)?.book.revision).toBe(3);
});

test("a carrier ref belongs to one account; another one's entry with it is refused until the first gives it up", async () => {
  const snapshot = await open(createTestDir());
  await snapshot.install(toEntry(ada, 1, { refs: ["AC1"] }));
  const taking = toEntry(bob, 1, { refs: ["AC1", "AC2"] });
  await expect(snapshot.install(taking)).rejects.toThrow(
    /another account has the carrier account twilio:AC1/,
  );
  expect(snapshot.find(bob)).toBeUndefined();
  expect(snapshot.findByCarrierRef("twilio", "AC2")).toBeUndefined();

  await snapshot.install(toEntry(ada, 2, { refs: [] }));
  await snapshot.install(taking);
  expect(snapshot.findByCarrierRef("twilio", "AC1")?.entry.book.accountId).toBe(bob);
});

test("an entry that cannot be written is not seen, and gives its carrier refs back", async () => {
  let isFull = true;
  const snapshot = await open(createTestDir(), {
    ...asyncNodeFiles,
    writeSynced: (path, bytes) =>
      isFull ? Promise.reject(new Error("ENOSPC")) : asyncNodeFiles.writeSynced(path, bytes),
  });
  await expect(snapshot.install(toEntry(ada, 1, { refs: ["AC1"] }))).rejects.toThrow(/ENOSPC/);
  expect(snapshot.find(ada)).toBeUndefined();
  isFull = false;
  await snapshot.install(toEntry(bob, 1, { refs: ["AC1"] }));
  expect(snapshot.findByCarrierRef("twilio", "AC1")?.entry.book.accountId).toBe(bob);
});

test("a removed account is gone for good and its carrier refs are free", async () => {
  const dir = createTestDir();
  const snapshot = await open(dir);
  await snapshot.install(toEntry(ada, 1, { refs: ["AC1"] }));
  await snapshot.remove(ada);
  expect(snapshot.find(ada)).toBeUndefined();
  expect((await open(dir)).find(ada)).toBeUndefined();
  await snapshot.install(toEntry(bob, 1, { refs: ["AC1"] }));
});

test("an install touches the files of its account only, however many accounts there are", async () => {
  const touched: string[] = [];
  const dir = createTestDir();
  const snapshot = await open(dir, {
    ...asyncNodeFiles,
    list: (folder) => {
      touched.push("list");
      return asyncNodeFiles.list(folder);
    },
    read: (path) => {
      touched.push("read");
      return asyncNodeFiles.read(path);
    },
    writeSynced: (path, bytes) => {
      touched.push("write");
      return asyncNodeFiles.writeSynced(path, bytes);
    },
  });
  for (let n = 0; n < 50; n += 1) await snapshot.install(toEntry(`account-${n}`, 1));
  touched.length = 0;
  await snapshot.install(toEntry("account-7", 2));
  expect(touched).toEqual(["write"]);
});

const toBlocked = (count: number) => ({
  digest: `list of ${count}`,
  entries: Array.from({ length: count }, (_, id) => ({
    id,
    campaignId: null,
    kind: "number" as const,
    value: String(12_025_550_000 + id),
    reason: 'says "no"',
    expiresAt: null,
  })),
});

test.each([1, 2_000, 2_001])(
  "%s blocked callers stand in the entry's file, and a file of before there were any blocks nobody",
  async (count) => {
    const dir = createTestDir();
    const snapshot = await open(dir);
    await snapshot.install(toEntry(ada, 1));
    expect((await open(dir)).find(ada)).not.toHaveProperty("blocked");
    const entry = { ...toEntry(ada, 2), blocked: toBlocked(count) };
    await snapshot.install(entry);
    expect((await open(dir)).find(ada)).toEqual(entry);
    expect(Buffer.concat([...toParts(entry)]).toString()).toBe(JSON.stringify(entry));
  },
);

test.each([[[]], [[1]], [[0, 2_001]], [[2_000, 3, 5_000]]])(
  "value lists of %j values stand in the entry's file as they are",
  async (counts) => {
    const dir = createTestDir();
    const lists = counts.map((count, index) => ({
      id: `list-${index}`,
      digest: `list of ${count}`,
      values: Array.from({ length: count }, (_, value) => `says "${value}"`),
    }));
    const entry = { ...toEntry(ada, 2), blocked: toBlocked(1), lists };
    await (await open(dir)).install(entry);
    expect((await open(dir)).find(ada)).toEqual(entry);
    expect(Buffer.concat([...toParts(entry)]).toString()).toBe(JSON.stringify(entry));
  },
);

test("value lists are ready for look-ups before a call comes", async () => {
  const listId = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";
  const condition = { tag: "InboundNumber:Number", operator: "in-list", listId } as const;
  const filter = { all: [{ any: [condition] }], timeZone: "UTC", names: {} };
  const entry = { ...toEntry(ada, 1), lists: [{ id: listId, digest: "1", values: ["(202) 555-0142"] }] };
  const rows = [{ ...toRow(1), filter }];
  entry.book.campaigns = { c: { ...entry.book.campaigns["c"]!, rows } };
  const dir = createTestDir();
  await (await open(dir)).install(entry);
  const found = (await open(dir)).find(ada);
  expect(
    found && [...(listsOf(found).get(listId)?.keys ?? [])].map(([way, keys]) => [way, [...keys]]),
  ).toEqual([["phone false", ["12025550142"]]]);
});
