import path from "node:path";
import type { Logger } from "pino";
import type { CarrierClient } from "#carriers/carrier.ts";
import { twilioAdapter } from "#carriers/twilio/twilio-adapter.ts";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import type { Env } from "#env.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { openCheckpoints } from "#live/checkpoint/open-checkpoints.ts";
import { createDrain, type Drain } from "#live/drain/drain.ts";
import { openJournal } from "#live/journal/open-journal.ts";
import { createLive, type Live, type LiveCheckpoint } from "#live/live.ts";
import type { CarrierAccountEntry, Snapshot } from "#live/snapshot/snapshot.ts";
import type { Sealer } from "#sealing.ts";

export type LivePlaneOptions = {
  env: Env;
  clock: Clock;
  log: Logger;
  sealer: Sealer;
  snapshot: Snapshot;
  drainPool: DatabasePool;
  journalWorkerUrl: URL;
  openCarrier: (carrierAccount: CarrierAccountEntry) => CarrierClient;
  isHolder: () => boolean;
};

/** What takes calls, with the files under it. It needs no database. */
export type LivePlane = {
  live: Live;
  drain: Drain;
  /** Has the drain book what is in the journal and not in the database yet. */
  startBooking(): void;
  /** Finishes what is under way, books what it can, and leaves the rest to the next start. */
  close(): Promise<void>;
};

type Kept = { live: LiveCheckpoint; drained: number };

const checkpointEachMs = 30_000;
const lastBookingMaxMs = 5_000;

/** Without its last checkpoint a start takes longer, so a full disk stops neither the work nor an orderly end. */
const saveRegularly = (
  { clock, log }: Pick<LivePlaneOptions, "clock" | "log">,
  save: () => Promise<void>,
) => {
  const now = (): Promise<void> =>
    save().catch((error: unknown) => log.error({ err: error }, "checkpoint not saved"));
  const turn = async (): Promise<void> => {
    await now();
    timer = clock.setTimeout(turn, checkpointEachMs);
  };
  let timer = clock.setTimeout(turn, checkpointEachMs);
  return { now, end: () => clock.clearTimeout(timer) };
};

export const openLivePlane = async (options: LivePlaneOptions): Promise<LivePlane> => {
  const { env, clock, log, sealer, snapshot } = options;
  const checkpoints = await openCheckpoints({ dir: path.join(env.dataDir, "checkpoint"), sealer, log });
  const journal = await openJournal({
    dir: path.join(env.dataDir, "journal"),
    keys: env.secrets.encryptionKeys,
    workerUrl: options.journalWorkerUrl,
    clock,
    log,
  });
  const drain = createDrain({
    journal,
    pool: options.drainPool,
    clock,
    log,
    acknowledgeBy: env.database === "embedded" ? "journal" : "database",
  });
  const startedAt = clock.now();
  const live = createLive({
    clock,
    log,
    snapshot,
    journal,
    capacity: createMemoryCapacity(clock),
    booking: drain,
    adapters: [twilioAdapter],
    carriers: env.carrier === "simulator" ? ["simulator", "twilio"] : ["twilio"],
    openCarrier: options.openCarrier,
    publicUrl: env.publicUrl,
    // A key that is no longer the first was replaced at this start.
    routeStateKeys: env.secrets.encryptionKeys.map((key, index) => ({
      ...key,
      retiredAt: index === 0 ? null : startedAt,
    })),
    isHolder: options.isHolder,
  });

  const kept = checkpoints.found?.state as Kept | undefined;
  // A journal that was lost begins anew, and the checkpoint must not pass over its first records.
  const sequence = Math.min(kept?.live.sequence ?? 0, journal.last());
  await live.restore(kept === undefined ? null : { ...kept.live, sequence });

  const saving = saveRegularly({ clock, log }, async () => {
    const state: Kept = { live: live.checkpoint(), drained: drain.position() };
    await checkpoints.save({ sequence: state.live.sequence, state });
    await journal.release(Math.min(state.live.sequence, state.drained));
  });

  return {
    live,
    drain,
    startBooking: () => drain.start(Math.min(kept?.drained ?? 0, journal.last())),
    close: async () => {
      saving.end();
      await live.close();
      await Promise.race([
        drain.idle(),
        new Promise((resolve) => setTimeout(resolve, lastBookingMaxMs).unref()),
      ]);
      await drain.stop();
      await saving.now();
      await journal.close();
    },
  };
};
