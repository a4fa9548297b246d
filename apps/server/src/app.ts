import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import path from "node:path";
import type { Logger } from "pino";
import { createCarrierClients } from "#app/carrier-clients.ts";
import { closeAll } from "#app/close-all.ts";
import { type ControlPlane, openControlPlane, type Welcome } from "#app/control-plane.ts";
import { type Database, openDatabase } from "#app/database.ts";
import { closeServer, listen } from "#app/http-server.ts";
import { keepTrying } from "#app/keep-trying.ts";
import { type LivePlane, type LivePlaneOptions, openLivePlane } from "#app/live-plane.ts";
import { linkSimulator } from "#app/simulator-link.ts";
import type { Clock } from "#clock.ts";
import { createLatePools, type LatePools } from "#db/late-pools.ts";
import { withDirectory } from "#db/transaction.ts";
import type { Env } from "#env.ts";
import { createNotReady } from "#http/not-ready.ts";
import { createEpochs } from "#live/holder/epoch.ts";
import { type Hold, holdEpoch } from "#live/holder/hold-epoch.ts";
import { type FolderLock, lockFolder } from "#live/holder/lock-folder.ts";
import { openSnapshot } from "#live/snapshot/open-snapshot.ts";
import type { Snapshot } from "#live/snapshot/snapshot.ts";
import { createSealer } from "#sealing.ts";

export type AppOptions = {
  env: Env;
  clock: Clock;
  log: Logger;
  journalWorkerUrl: URL;
  /** The built console; null where something else serves it. */
  staticDir: string | null;
};

/** The running product. */
export type App = {
  port: number;
  livePlane: LivePlane;
  /** What calls are routed by at present. */
  snapshot: Pick<Snapshot, "find">;
  pools: LatePools;
  /**
   * Resolves when console and API are open, with whom to let in how; while the database is away, calls are taken
   * without them.
   */
  opened: Promise<Welcome | null>;
  /** Aborted, with the reason, when this process cannot go on: it is to be closed, and started anew. */
  failed: AbortSignal;
  /** Drains and ends everything, once. */
  close(): Promise<void>;
};

/** What stands so far; each part is there from the moment it works. */
type Parts = {
  hold?: Hold;
  snapshot?: Snapshot;
  livePlane?: LivePlane;
  controlPlane?: ControlPlane;
  database?: Database;
};

/** A fresh node knows no number before the first books are there. */
const knowsNumbers = ({ controlPlane, snapshot }: Parts): boolean =>
  controlPlane !== undefined || [...(snapshot?.all() ?? [])].length > 0;

/** Calls and the console on one port: a carrier's request is taken before anything else looks at it. */
const openPort = ({ env: { port }, log }: AppOptions, parts: Parts, isReady: () => boolean) => {
  const notReady = createNotReady(isReady);
  const handle: RequestListener = (request, response) => {
    if (parts.livePlane?.live.handle(request, response) === true) return;
    (parts.controlPlane?.http ?? notReady)(request, response);
  };
  return listen(port, handle, log);
};

/** The database of the settings is known at once, the embedded one when it has been started. */
const connect = async ({ env, log }: AppOptions, parts: Parts, pools: LatePools): Promise<Database> => {
  if (parts.database !== undefined) return parts.database;
  parts.database = await openDatabase(env);
  const onIdleError = (error: Error): void => log.warn({ err: error }, "idle connection lost");
  pools.open({ ...parts.database, onIdleError });
  return parts.database;
};

type FileDeps = Pick<LivePlaneOptions, "sealer" | "isHolder" | "onJournalGone"> & { pools: LatePools };

/** All that is needed to take calls, from the data folder alone. */
const openFromFiles = async (options: AppOptions, { pools, ...deps }: FileDeps) => {
  const { env, clock, log } = options;
  const kept = await openSnapshot({ dir: path.join(env.dataDir, "snapshot"), sealer: deps.sealer, log });
  const link = env.carrier === "simulator" ? linkSimulator(env, kept, clock, log) : undefined;
  const snapshot = link?.snapshot ?? kept;
  const carrierClients = createCarrierClients(env, snapshot);
  const livePlane = await openLivePlane({
    ...options,
    ...deps,
    snapshot,
    drainPool: pools.drain,
    openCarrier: carrierClients.open,
  });
  const ports = {
    snapshot,
    capacity: livePlane.capacity,
    following: livePlane.following,
    record: livePlane.live.record,
    preview: livePlane.live.preview,
    findCarrierClient: carrierClients.find,
    onMigrated: livePlane.startBooking,
  };
  return { livePlane, ports, link };
};

/** Claims the live state as soon as this process could take calls as its holder. */
const claimHold = ({ clock, log }: AppOptions, parts: Parts, pools: LatePools, { claimant }: FolderLock) =>
  holdEpoch({
    claimant,
    epochs: createEpochs((work) => withDirectory(pools.app, work)),
    canGoOn: () => knowsNumbers(parts),
    isStarted: () => parts.controlPlane !== undefined && parts.livePlane?.isRefusing() === false,
    clock,
    log,
  });

/**
 * Starts everything in an order that lets calls in as early as possible: the port, the lock of the data folder, the
 * live path from its files, and only then the database with console and API, for which it tries until it succeeds.
 */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { env, clock, log } = options;
  const parts: Parts = {};
  const pools = createLatePools();
  const ending = new AbortController();
  const { signal } = ending;
  const journalGone = new AbortController();
  const sealer = createSealer(env.secrets.encryptionKeys);
  const isHolder = (): boolean => parts.hold?.isHolder() === true;
  const isReady = (): boolean => isHolder() && knowsNumbers(parts) && parts.livePlane?.isRefusing() === false;

  const server = await openPort(options, parts, isReady);
  const lock = await lockFolder({
    dir: env.dataDir,
    name: `${hostname()}:${env.port}`,
    clock,
    log,
    signal,
  });

  // Only now may anybody look at the files: until here another process was writing them.
  const onJournalGone = (cause: Error): void => journalGone.abort(cause);
  const fromFiles = await openFromFiles(options, { sealer, pools, isHolder, onJournalGone });
  const { livePlane, ports, link } = fromFiles;
  const { snapshot } = ports;
  parts.snapshot = snapshot;
  parts.livePlane = livePlane;
  if (env.secrets.database !== null) await connect(options, parts, pools);
  const hold = await claimHold(options, parts, pools, lock);
  parts.hold = hold;
  void link?.start();

  const openRest = async (): Promise<Welcome> => {
    const shared = { ...options, ...ports, sealer, pools, signal, isReady };
    parts.controlPlane = await openControlPlane(shared, await connect(options, parts, pools));
    await hold.look();
    return parts.controlPlane;
  };
  const failure = "console and API cannot be opened yet";
  const opened = keepTrying(openRest, { clock, log, signal, failure });

  // Calls first, then the live state, which others may take from here on; the data folder is the last to go.
  const close = (): Promise<void> => {
    ending.abort(new Error("The server is ending."));
    const steps = [
      () => link?.stop(),
      () => livePlane.close(),
      () => hold.release(),
      () => opened,
      () => closeServer(server),
      () => parts.controlPlane?.close(),
      () => pools.close(),
      () => parts.database?.stop(),
      () => lock.release(),
    ];
    return closeAll(steps, log);
  };
  let closing: Promise<void> | undefined;

  return {
    port: (server.address() as AddressInfo).port,
    livePlane,
    snapshot,
    pools,
    opened: opened.then((welcome) => welcome ?? null),
    failed: AbortSignal.any([hold.lost, journalGone.signal]),
    close: () => (closing ??= close()),
  };
};
