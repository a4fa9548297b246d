import { systemClock } from "#clock.ts";
import { openJournal } from "#live/journal/open-journal.ts";
import { toSampleEvents } from "./sample-events.ts";

// A process that journals as fast as it can and says on its standard output what was acknowledged: sequence and sample.

const [dir = "", workerUrl = "", from = "0"] = process.argv.slice(2);
const silent = { warn: () => undefined, error: () => undefined };
const keys = [{ id: "test", secret: "a key for tests only" }];
const journal = await openJournal({
  dir,
  keys,
  workerUrl: new URL(workerUrl),
  clock: systemClock,
  log: silent,
  segmentBytes: 256 * 1024,
});

let sample = Number(from);
const appendForEver = async (): Promise<never> => {
  for (;;) {
    sample += 1;
    const mine = sample;
    const sequence = await journal.append(toSampleEvents(mine));
    process.stdout.write(`${sequence} ${mine}\n`);
  }
};
await Promise.all(Array.from({ length: 32 }, appendForEver));
