import path from "node:path";
import type { Logger } from "pino";
import type { CarrierClient } from "#carriers/carrier.ts";
import { twilioAdapter } from "#carriers/twilio/twilio-adapter.ts";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import type { Env } from "#env.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { openCheckpoints } from "#live/checkpoint/open-checkpoints.ts";
import { createDrain, type Drain } from "#live/drain/drain.ts";
import { openJournal } from "#live/journal/open-journal.ts";
import { createLive, type Live } from "#live/live.ts";
import type { CarrierAccountEntry, Snapshot } from "#live/snapshot/snapshot.ts";
import type { LedgerFollowing } from "#modules/ledger/follow-ledger.ts";
import type { Sealer } from "#sealing.ts";
import { type Kept, toBeginning } from "./kept-state.ts";
import { toRetiredKeys, toRouteStateKeys } from "./retired-keys.ts";

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
  /** Told when the journal is gone for good: only a new process can take calls again. */
  onJournalGone: (cause: Error) => void;
};

/** What takes calls, with the files under it. It needs no database. */
export type LivePlane = {
  live: Live;
  /** What the console may read of it. */
  capacity: Capacity;
  /** What has to follow the ledger. */
  following: LedgerFollowing;
  drain: Drain;
  /** The journal takes no records at present, and so no call can be taken. */
  isRefusing(): boolean;
  /** Has the drain book what is in the journal and not in the database yet; repeating it changes nothing. */
  startBooking(): void;
  /** Finishes what is under way, books what it can, and leaves the rest to the next start. */
  close(): Promise<void>;
};

const checkpointEachMs = 30_000;
const lastBookingMaxMs = 5_000;
// A call makes about as many records in its life: saving so seldom costs little beside them.
const recordsPerCall = 4;
// What is remembered of one caller is saved in a fraction of what a call takes.
const callersPerCall = 10;

/** Without its last checkpoint a start takes longer, so a full disk stops neither the work nor an orderly end. */
const saveRegularly = (
  { clock, log }: Pick<LivePlaneOptions, "clock" | "log">,
  save: () => Promise<void>,
  isDue: () => boolean,
) => {
  const now = (): Promise<void> =>
    save().catch((error: unknown) => log.error({ err: error }, "checkpoint not saved"));
  const turn = async (): Promise<void> => {
    if (isDue()) await now();
    timer = clock.setTimeout(turn, checkpointEachMs);
  };
  let timer = clock.setTimeout(turn, checkpointEachMs);
  return { now, end: () => clock.clearTimeout(timer) };
};

/** The live state's files, and where they say to begin. */
const openFiles = async (options: LivePlaneOptions) => {
  const { env, clock, log, sealer } = options;
  const checkpoints = await openCheckpoints({ dir: path.join(env.dataDir, "checkpoint"), sealer, log });
  const journal = await openJournal({
    dir: path.join(env.dataDir, "journal"),
    keys: env.secrets.encryptionKeys,
    workerUrl: options.journalWorkerUrl,
    clock,
    log,
    onGone: options.onJournalGone,
  });
  const kept = checkpoints.found?.state as Kept | undefined;
  const beginning = toBeginning(kept, journal.last(), log);
  const known = kept?.retiredKeys ?? {};
  const routeStateKeys = toRouteStateKeys(env.secrets.encryptionKeys, known, clock.now());
  const retiredKeys = toRetiredKeys(routeStateKeys);
  const isNewlyRetired = Object.keys(retiredKeys).some((id) => known[id] === undefined);
  return { checkpoints, journal, beginning, routeStateKeys, retiredKeys, isNewlyRetired };
};

/** Saves where calls and their booking stand, and has the journal drop what neither needs any more. */
const createSave = (
  { checkpoints, journal, beginning, retiredKeys }: Awaited<ReturnType<typeof openFiles>>,
  live: Live,
  drained: () => number,
) => {
  let savedThrough = beginning.live?.sequence ?? 0;
  const save = async (): Promise<void> => {
    const state: Kept = { live: live.checkpoint(), drained: drained(), retiredKeys };
    await checkpoints.save({ sequence: state.live.sequence, state });
    savedThrough = state.live.sequence;
    await journal.release(Math.min(state.live.sequence, state.drained));
  };
  // A save costs as much as there are calls, a start as much as there are records after it: they are kept in balance.
  const isDue = (): boolean => {
    const { calls, callers } = live.size();
    return journal.last() - savedThrough >= recordsPerCall * (calls + callers / callersPerCall);
  };
  return { save, isDue };
};

export const openLivePlane = async (options: LivePlaneOptions): Promise<LivePlane> => {
  const { env, clock, log, snapshot } = options;
  const files = await openFiles(options);
  const { journal, beginning, routeStateKeys, isNewlyRetired } = files;
  const drain = createDrain({
    journal,
    pool: options.drainPool,
    clock,
    log,
    acknowledgeBy: env.database === "embedded" ? "journal" : "database",
  });
  const capacity = createMemoryCapacity(clock);
  const live = createLive({
    clock,
    log,
    snapshot,
    journal,
    capacity,
    booking: drain,
    adapters: [twilioAdapter],
    carriers: env.carrier === "simulator" ? ["simulator", "twilio"] : ["twilio"],
    openCarrier: options.openCarrier,
    publicUrl: env.publicUrl,
    routeStateKeys,
    isHolder: options.isHolder,
  });

  await live.restore(beginning.live);

  let isBooking = false;
  // Until booking begins, what was booked before still is.
  const drained = (): number => (isBooking ? drain.position() : beginning.drained);
  const { save, isDue } = createSave(files, live, drained);
  const saving = saveRegularly({ clock, log }, save, isDue);
  if (beginning.isJournalShorter || isNewlyRetired) await saving.now();

  return {
    live,
    capacity,
    following: {
      capacity,
      knows: live.knows,
      appliedThrough: live.appliedThrough,
      bookedThrough: drain.position,
    },
    drain,
    isRefusing: journal.isRefusing,
    startBooking: () => {
      if (!isBooking) drain.start(beginning.drained);
      isBooking = true;
    },
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
