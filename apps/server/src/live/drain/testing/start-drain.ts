import { pino } from "pino";
import type { CallEvent } from "@ccp/engine";
import { systemClock } from "#clock.ts";
import { createDrain, type Drain, type DrainOptions } from "#live/drain/drain.ts";
import { createMemoryJournal } from "./memory-journal.ts";

export type RunningDrain = {
  drain: Drain;
  /** Appends each of these as one record and offers it. */
  tell(...records: (readonly CallEvent[])[]): Promise<void>;
  journal: ReturnType<typeof createMemoryJournal>;
};

/** A drain at work on a journal in memory. */
export const startDrain = (
  options: Pick<DrainOptions, "pool"> & Partial<DrainOptions>,
  journal = createMemoryJournal(),
): RunningDrain => {
  const drain = createDrain({
    journal,
    clock: systemClock,
    log: pino({ level: "silent" }),
    acknowledgeBy: "journal",
    ...options,
  });
  drain.start(0);
  return {
    drain,
    journal,
    tell: async (...records) => {
      for (const events of records) drain.offer({ sequence: await journal.append(events), events });
    },
  };
};
