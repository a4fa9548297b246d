import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import path from "node:path";
import type { Logger } from "pino";
import { createCarrierClients } from "#app/carrier-clients.ts";
import { type ControlPlane, openControlPlane, type Owner } from "#app/control-plane.ts";
import { type Database, openDatabase } from "#app/database.ts";
import { closeServer, listen } from "#app/http-server.ts";
import { keepTrying } from "#app/keep-trying.ts";
import { type LivePlane, openLivePlane } from "#app/live-plane.ts";
import { linkSimulator } from "#app/simulator-link.ts";
import type { Clock } from "#clock.ts";
import { createLatePools, type LatePools } from "#db/late-pools.ts";
import { withDirectory } from "#db/transaction.ts";
import type { Env } from "#env.ts";
import { createNotReady } from "#http/not-ready.ts";
import { createEpochs } from "#live/holder/epoch.ts";
import { type Hold, takeHold } from "#live/holder/take-hold.ts";
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
  pools: LatePools;
  /**
   * Resolves when console and API are open, with whom a sign-in link may be made for; while the database is away,
   * calls are taken without them.
   */
  opened: Promise<Owner | null>;
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
const openPort = (port: number, parts: Parts, isReady: () => boolean) => {
  const notReady = createNotReady(isReady);
  return listen(port, (request, response) => {
    if (parts.livePlane?.live.handle(request, response) === true) return;
    (parts.controlPlane?.http ?? notReady)(request, response);
  });
};

/**
 * Starts everything in an order that lets calls in as early as possible: the port, the hold on the data folder, the
 * live path from its files, and only then the database with console and API, for which it tries until it succeeds.
 */
export const startApp = async (options: AppOptions): Promise<App> => {
  const { env, clock, log } = options;
  const parts: Parts = {};
  const pools = createLatePools();
  const ending = new AbortController();
  const sealer = createSealer(env.secrets.encryptionKeys);
  const isHolder = (): boolean => parts.hold?.lost.aborted === false;
  const isReady = (): boolean => parts.livePlane !== undefined && isHolder() && knowsNumbers(parts);

  const server = await openPort(env.port, parts, isReady);
  const epochs = createEpochs((work) => withDirectory(pools.app, work));
  const name = `${hostname()}:${env.port}`;
  parts.hold = await takeHold({ dir: env.dataDir, name, epochs, clock, log, signal: ending.signal });

  // Only the holder may look at these files: until now another process was writing them.
  const kept = await openSnapshot({ dir: path.join(env.dataDir, "snapshot"), sealer, log });
  const link = env.carrier === "simulator" ? linkSimulator(env, kept, clock, log) : undefined;
  const snapshot = link?.snapshot ?? kept;
  parts.snapshot = snapshot;
  const carrierClients = createCarrierClients(env, snapshot);
  const livePlane = await openLivePlane({
    ...options,
    sealer,
    snapshot,
    drainPool: pools.drain,
    openCarrier: carrierClients.open,
    isHolder,
  });
  parts.livePlane = livePlane;
  void link?.start();

  const openRest = async (): Promise<Owner | null> => {
    parts.database ??= await openDatabase(env);
    const { startBooking: onMigrated } = livePlane;
    const { find: findCarrierClient } = carrierClients;
    const shared = { ...options, sealer, snapshot, pools, findCarrierClient, isReady, onMigrated };
    parts.controlPlane = await openControlPlane(shared, parts.database);
    return parts.controlPlane.owner;
  };
  const failure = "console and API cannot be opened yet";
  const opened = keepTrying(openRest, { clock, log, signal: ending.signal, failure });

  return {
    port: (server.address() as AddressInfo).port,
    livePlane,
    pools,
    opened: opened.then((owner) => owner ?? null),
    close: async () => {
      ending.abort(new Error("The server is ending."));
      link?.stop();
      await livePlane.close();
      await closeServer(server);
      await parts.controlPlane?.close();
      await pools.close();
      await parts.database?.stop();
      parts.hold?.release();
    },
  };
};
