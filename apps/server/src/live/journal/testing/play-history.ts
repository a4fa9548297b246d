import { type PlannedFailures, type PowerFailure, PowerLost } from "#live/disk/testing/fault-meter.ts";
import { type ForgetfulFiles, type Loss, createForgetfulFiles } from "#live/disk/testing/forgetful-files.ts";
import { createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import type { Files } from "#live/disk/files.ts";
import { createJournalReader } from "#live/journal/journal-reader.ts";
import { openSegmentWriter } from "#live/journal/segment-writer.ts";
import { createSealer } from "#sealing.ts";

/** One life of the process: batches written (records each) until all are done or the power fails, then what is left. */
export type Life = {
  batches: readonly number[];
  power: PowerFailure;
  failures: PlannedFailures;
  loss: Loss;
};
export type History = { segmentBytes: number; lives: readonly Life[] };

/** What a disk does to the writer's calls; the identity is an honest disk. */
export type Mutant = (files: Files) => Files;

export type Outcome = { kind: "kept"; operations: number } | { kind: "broken"; law: string };

const dir = "/journal";
// Little, so that histories of a few records run into its end.
const aheadBytes = 500;
const sealer = createSealer(testKeys);

const readAll = async (files: Files, last: number): Promise<string[]> => {
  const readAfter = createJournalReader({ files, dir, sealer, log: createTestLog(), last: () => last });
  const read: string[] = [];
  for await (const { sequence, events } of readAfter(0)) {
    if (sequence !== read.length + 1) throw new Error(`sequence ${sequence} follows ${read.length}`);
    read.push(JSON.stringify(events));
  }
  return read;
};

/** Writes the life's batches. `acknowledged` grows by what is durable; returns the batches whose fate is open. */
const live = (files: Files, life: Life, segmentBytes: number, acknowledged: string[]): string[] => {
  let open: string[] = [];
  try {
    const writer = openSegmentWriter({ files, dir, sealer, segmentBytes, aheadBytes });
    for (const [index, count] of life.batches.entries()) {
      const lines = Array.from({ length: count }, (_, n) =>
        JSON.stringify([acknowledged.length, index, n, "x"]),
      );
      try {
        writer.write({ lines: Buffer.from(lines.join("\n")), count, at: 0 });
        acknowledged.push(...lines);
        open = [];
      } catch (error) {
        if (error instanceof PowerLost) return [...open, lines.join("\n")];
        open.push(lines.join("\n"));
      }
    }
  } catch (error) {
    if (!(error instanceof PowerLost || "code" in (error as object))) throw error;
  }
  return open;
};

const judge = (recovered: string[], acknowledged: string[], open: string[]): string | undefined => {
  const rest = recovered.slice(acknowledged.length).join("\n");
  if (recovered.slice(0, acknowledged.length).join("\n") !== acknowledged.join("\n"))
    return `acknowledged ${acknowledged.length} records, recovered ${recovered.length}, not the same ones`;
  return rest === "" || open.includes(rest) ? undefined : "recovered something that is no whole batch";
};

/** The law: what was acknowledged is recovered, in order; at most one whole batch of open fate follows it. */
export const playHistory = async (
  { segmentBytes, lives }: History,
  mutant: Mutant = (files) => files,
): Promise<Outcome> => {
  let disk: ForgetfulFiles = createForgetfulFiles();
  let acknowledged: string[] = [];
  let operations = 0;
  for (const life of lives) {
    disk.losePowerAt(life.power);
    disk.failAt(life.failures);
    const open = live(mutant(disk), life, segmentBytes, acknowledged);
    operations += disk.operations();
    disk = disk.restart(life.loss);
    const writer = openSegmentWriter({ files: disk, dir, sealer, segmentBytes, aheadBytes });
    const recovered = await readAll(disk, writer.last());
    const law = judge(recovered, acknowledged, open);
    if (law) return { kind: "broken", law };
    acknowledged = recovered;
    disk = disk.restart({ keptBytes: 1, keptNames: 1, holds: "nothing" });
  }
  return { kind: "kept", operations };
};
