import type { AccountBook } from "@ccp/engine";
import type { Express } from "express";
import type { Logger } from "pino";
import type { CarrierClient } from "#carriers/carrier.ts";
import type { Clock } from "#clock.ts";
import { checkRole } from "#db/check-role.ts";
import type { LatePools } from "#db/late-pools.ts";
import { migrate } from "#db/migrate.ts";
import { withDirectory } from "#db/transaction.ts";
import type { Env } from "#env.ts";
import type { HttpDeps } from "#http/deps.ts";
import { createHttpApp } from "#http/create-http-app.ts";
import { startDemoTraffic } from "#jobs/demo-traffic.ts";
import type { Snapshot, SnapshotEntry } from "#live/snapshot/snapshot.ts";
import { createStream } from "#live/stream/stream.ts";
import { watchPresence } from "#modules/agents/watch-presence.ts";
import { watchBooks } from "#modules/books/watch-books.ts";
import { followLedger, type LedgerFollower, type LedgerFollowing } from "#modules/ledger/follow-ledger.ts";
import { hasAccounts } from "#modules/accounts/has-accounts.ts";
import { createDryRuns } from "#modules/dry-runs/dry-runs.ts";
import { createSetUpGate, type SetUpGate } from "#modules/set-up/set-up-gate.ts";
import type { Sealer } from "#sealing.ts";
import { connectCarrier, setUpAccounts, type Owner } from "./set-up-accounts.ts";

export type ControlPlaneOptions = {
  env: Env;
  clock: Clock;
  log: Logger;
  sealer: Sealer;
  snapshot: Snapshot;
  pools: LatePools;
  /** The console's files; null where something else serves them. */
  staticDir: string | null;
  /** Gives up. */
  signal: AbortSignal;
  findCarrierClient(accountId: string, carrierAccountId: number): CarrierClient | undefined;
  capacity: HttpDeps["capacity"];
  following: LedgerFollowing;
  record: HttpDeps["record"];
  preview: HttpDeps["preview"];
  isReady(): boolean;
  /** The schema stands: booking may begin. */
  onMigrated(): void;
};

/** Whom the printed links let in. */
export type Welcome = {
  /** Whom the printed sign-in link is for; null when nobody was set up by this start. */
  owner: Owner | null;
  /** For the printed set-up link; null where somebody has an account. */
  setUpToken: string | null;
};

/** Console and API, with what they need of the database. */
export type ControlPlane = Welcome & {
  http: Express;
  close(): Promise<void>;
};

const rejectWhenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });

const isSimulated = ({ carrierAccounts }: SnapshotEntry): boolean =>
  carrierAccounts.some(({ carrier }) => carrier === "simulator");

/** Undefined where calls would reach real people. */
const openDemoTraffic = ({ env, clock, log, pools, snapshot, isReady }: ControlPlaneOptions) => {
  if (env.carrier !== "simulator") return undefined;
  const listBooks = (): AccountBook[] => [...snapshot.all()].filter(isSimulated).map(({ book }) => book);
  const { simulatorUrl } = env;
  const seed = String(clock.now());
  return startDemoTraffic({ clock, log, pool: pools.app, simulatorUrl, listBooks, isReady, seed });
};

const openFollower = ({ following, clock, log, pools, snapshot }: ControlPlaneOptions): LedgerFollower =>
  followLedger({
    ...following,
    clock,
    log,
    pool: pools.app,
    findBook: (accountId) => snapshot.find(accountId)?.book,
    listBooks: () => [...snapshot.all()].map(({ book }) => book),
  });

/** What console and API need, running; whatever goes wrong, nothing of it stays behind. */
const openHttp = async (
  options: ControlPlaneOptions,
  { directUrl, setUpGate }: { directUrl: string; setUpGate: SetUpGate },
): Promise<Pick<ControlPlane, "http" | "close">> => {
  const { env, clock, log, sealer, snapshot, pools } = options;
  const ledger = openFollower(options);
  const watched = { directUrl, pool: pools.app, clock, log };
  const books = watchBooks({ ...watched, snapshot, sealer, prepare: ledger.catchUp });
  const stream = createStream({ ...watched, onBooked: ledger.touch });
  const presence = watchPresence({ ...watched, capacity: options.capacity, onSaid: stream.nudge });
  const traffic = openDemoTraffic(options);
  const dryRuns = createDryRuns(log);
  const close = async (): Promise<void> => {
    await dryRuns.close();
    await traffic?.stop();
    await stream.stop();
    await presence.stop();
    await books.stop();
    await ledger.stop();
  };
  try {
    await Promise.race([books.ready, rejectWhenAborted(options.signal)]);
    const http = createHttpApp({
      clock,
      log,
      pools,
      sealer,
      publicUrl: env.publicUrl,
      sessionSecrets: env.secrets.sessionSecrets,
      isReady: options.isReady,
      subscribe: (accountId, send) => stream.subscribe(accountId, send),
      simulatorUrl: env.carrier === "simulator" ? env.simulatorUrl : null,
      capacity: options.capacity,
      record: options.record,
      followLedger: ledger.hasten,
      preview: options.preview,
      dryRuns,
      findCarrierClient: options.findCarrierClient,
      setUpGate,
      onSetUp: (accountId) =>
        connectCarrier(options, accountId).catch((error: unknown) => {
          log.error({ err: error, accountId }, "the carrier account of the settings was not connected");
        }),
      staticDir: options.staticDir,
    });
    return { http, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Brings the database up to date, makes what the settings ask for, and opens API and console. */
export const openControlPlane = async (
  options: ControlPlaneOptions,
  { directUrl }: { directUrl: string },
): Promise<ControlPlane> => {
  await migrate(directUrl);
  await checkRole(options.pools.app);
  options.onMigrated();
  const owner = await setUpAccounts(options);
  const setUpGate = createSetUpGate({ isOpen: !(await withDirectory(options.pools.app, hasAccounts)) });
  return { owner, setUpToken: setUpGate.token(), ...(await openHttp(options, { directUrl, setUpGate })) };
};
