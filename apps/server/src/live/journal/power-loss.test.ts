import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Loss } from "#live/disk/testing/forgetful-files.ts";
import { type History, type Life, type Mutant, playHistory } from "./testing/play-history.ts";

const histories = Number(process.env["CCP_HISTORIES"] ?? 2000);
const seed = Number(process.env["CCP_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const timeoutMs = Number(process.env["CCP_TEST_TIMEOUT_MS"] ?? 120_000);
const never = { at: Number.POSITIVE_INFINITY, applied: false };
const allLost: Loss = { keptBytes: 0, keptNames: 0, holds: "nothing" };

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const life: fc.Arbitrary<Life> = fc.record({
  batches: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
  power: fc.record({ at: fc.integer({ min: 1, max: 60 }), applied: fc.boolean() }),
  failures: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom("ENOSPC" as const, "EIO" as const)), {
      maxLength: 3,
    })
    .map((entries) => new Map(entries)),
  loss: fc.record({
    keptBytes: fraction,
    keptNames: fraction,
    holds: fc.constantFrom("nothing" as const, "zeros" as const),
  }),
});
const history: fc.Arbitrary<History> = fc.record({
  segmentBytes: fc.integer({ min: 100, max: 900 }),
  lives: fc.array(life, { minLength: 1, maxLength: 3 }),
});

const law = (mutant?: Mutant) =>
  fc.asyncProperty(history, async (played) => (await playHistory(played, mutant)).kind === "kept");

test(
  "a power loss keeps what was acknowledged, in order, and nothing but a prefix of what was written",
  async () => {
    const details = await fc.check(law(), { numRuns: histories, seed });
    process.stdout.write(`power loss: ${details.numRuns} histories, seed ${seed}\n`);
    expect(details.failed, fc.defaultReportMessage(details)).toBe(false);
  },
  timeoutMs,
);

test(
  "the power may fail at each of the last 100 operations, before or after each, and tear the last write",
  async () => {
    const batches = Array.from({ length: 70 }, (_, n) => 1 + (n % 3));
    const honest = await playHistory({
      segmentBytes: 700,
      lives: [{ batches, power: never, failures: new Map(), loss: allLost }],
    });
    const total = honest.kind === "kept" ? honest.operations : 0;
    expect(total).toBeGreaterThan(100);
    let played = 0;
    for (let at = total - 99; at <= total; at += 1) {
      for (const applied of [false, true]) {
        for (const keptBytes of [0, 0.5, 1]) {
          const loss: Loss = { keptBytes, keptNames: keptBytes, holds: at % 2 ? "nothing" : "zeros" };
          const lives = [{ batches, power: { at, applied }, failures: new Map(), loss }];
          expect((await playHistory({ segmentBytes: 700, lives })).kind).toBe("kept");
          played += 1;
        }
      }
    }
    process.stdout.write(`power loss: ${played} crash points\n`);
  },
  timeoutMs,
);

const mutants: [planted: string, mutant: Mutant][] = [
  ["there is no fdatasync", (files) => ({ ...files, fdatasync: () => undefined })],
  [
    "the acknowledgement comes before the sync",
    (files) => {
      let late: (() => void) | undefined;
      const catchUp = (): void => {
        late?.();
        late = undefined;
      };
      return {
        ...files,
        fdatasync: (fd) => {
          catchUp();
          late = () => {
            files.fdatasync(fd);
          };
        },
      };
    },
  ],
  ["the folder is not synced", (files) => ({ ...files, syncDir: () => undefined })],
  [
    "a segment is used again after its sync failed",
    (files) => ({
      ...files,
      fdatasync: (fd) => {
        try {
          files.fdatasync(fd);
        } catch (error) {
          if ((error as { code?: string }).code !== "EIO") throw error;
          files.fdatasync(fd);
        }
      },
    }),
  ],
];

test.each(mutants)("the law breaks when %s", async (_planted, mutant) => {
  const details = await fc.check(law(mutant), { numRuns: 3000, seed, endOnFailure: true });
  expect(details.failed).toBe(true);
});
