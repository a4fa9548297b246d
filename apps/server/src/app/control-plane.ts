import type { Express } from "express";
import type { Logger } from "pino";
import type { CarrierClient } from "#carriers/carrier.ts";
import type { Clock } from "#clock.ts";
import { checkRole } from "#db/check-role.ts";
import type { LatePools } from "#db/late-pools.ts";
import { migrate } from "#db/migrate.ts";
import type { Env } from "#env.ts";
import { createHttpApp } from "#http/create-http-app.ts";
import type { Snapshot } from "#live/snapshot/snapshot.ts";
import { createStream } from "#live/stream/stream.ts";
import { ensureCarrierAccount } from "#modules/accounts/ensure-carrier-account.ts";
import { ensureInitialAccount } from "#modules/accounts/ensure-initial-account.ts";
import { watchBooks } from "#modules/books/watch-books.ts";
import { seedDemo } from "#modules/demo/seed-demo.ts";
import type { Sealer } from "#sealing.ts";

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
  isReady(): boolean;
  /** The schema stands: booking may begin. */
  onMigrated(): void;
};

export type Owner = { accountId: string; userId: number };

/** Console and API, with what they need of the database. */
export type ControlPlane = {
  http: Express;
  /** Whom the printed sign-in link is for; null when nobody was set up by this start. */
  owner: Owner | null;
  close(): Promise<void>;
};

const setUpAccounts = async ({ env, pools, sealer }: ControlPlaneOptions): Promise<Owner | null> => {
  const { init, secrets, twilioAccountSid } = env;
  const owner =
    init === null || secrets.initPassword === null
      ? null
      : await ensureInitialAccount({
          pools,
          input: { ...init, password: secrets.initPassword, apiKey: secrets.initApiKey },
        });
  if (owner !== null && twilioAccountSid !== null && secrets.twilioAuthToken !== null) {
    const input = {
      carrier: "twilio",
      name: "Twilio",
      accountRef: twilioAccountSid,
      authToken: secrets.twilioAuthToken,
    } as const;
    await ensureCarrierAccount({ pools, sealer, accountId: owner.accountId, input });
  }
  const demo = env.demo ? await seedDemo({ pools, sealer }) : undefined;
  return owner ?? demo ?? null;
};

const rejectWhenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });

/** What console and API need, running; whatever goes wrong, nothing of it stays behind. */
const openHttp = async (
  options: ControlPlaneOptions,
  directUrl: string,
): Promise<Pick<ControlPlane, "http" | "close">> => {
  const { env, clock, log, sealer, snapshot, pools } = options;
  const books = watchBooks({ directUrl, pool: pools.app, snapshot, clock, log, sealer });
  const stream = createStream({ directUrl, pool: pools.app, clock, log });
  const close = async (): Promise<void> => {
    await stream.stop();
    await books.stop();
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
      findCarrierClient: options.findCarrierClient,
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
  return { owner, ...(await openHttp(options, directUrl)) };
};
