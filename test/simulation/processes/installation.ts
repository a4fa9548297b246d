import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createPools, type Pools } from "@ccp/server/db/client.ts";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import { migrate } from "@ccp/server/db/migrate.ts";
import { readEnv } from "@ccp/server/env.ts";
import { createApiKey } from "@ccp/server/modules/accounts/create-api-key.ts";
import { toSystemContext } from "@ccp/server/modules/accounts/system-context.ts";
import { createSealer } from "@ccp/server/sealing.ts";
import { createSimulator, type Simulator } from "@ccp/simulator";
import type { TestContext } from "vitest";
import { findFaults } from "./find-faults.ts";
import { findFreePort } from "#support/find-free-port.ts";
import { type Account, furnishAccount } from "./furnish-account.ts";
import { findPostgres } from "./postgres-processes.ts";
import { busyPlan, type Plan } from "./plan.ts";
import { type Books, readBooks } from "./read-books.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";
import { until } from "./until.ts";

/** Where the product is installed: its data folder, settings and carrier. Servers on it come and go. */
export type Installation = {
  plan: Plan;
  dataDir: string;
  /** The carrier, in this process. */
  simulator: Simulator;
  /** Starts a server at the public port, or at another one behind it. */
  start(port?: number): ServerProcess;
  /** Makes the account of the plan, starts the first server, and waits until calls can be placed. */
  open(port?: number): Promise<{ server: ServerProcess; account: Account }>;
  /** Asks the API with a key of the account's own; throws when it does not answer well. */
  callApi<Answer>(account: Account, pathname: string): Promise<Answer>;
  /** In what the books differ from the truth; an unreachable database is a fault as well. */
  check(account: Account): Promise<string[]>;
  /** Waits until carrier and books are at rest and agree; throws with the differences that stay. */
  untilBooked(account: Account, timeoutMs: number): Promise<Books>;
};

export type InstallationOptions = {
  seed: string;
  plan?: Plan;
  /** Without one the embedded database is used. */
  database?: { url: string; directUrl?: string };
  /** Where the carrier comes to; by default the server's own port. */
  publicPort?: number;
};

const toSettings = (
  { database }: InstallationOptions,
  { dataDir, publicPort, simulatorPort }: { dataDir: string; publicPort: number; simulatorPort: number },
): Record<string, string> => ({
  PUBLIC_URL: `http://127.0.0.1:${publicPort}`,
  DATA_DIR: dataDir,
  SIMULATOR_PORT: String(simulatorPort),
  SESSION_SECRET: randomBytes(32).toString("hex"),
  ENCRYPTION_KEY: randomBytes(32).toString("hex"),
  DEMO: "false",
  LOG_LEVEL: "info",
  ...(database === undefined ? {} : { DATABASE_URL: database.url }),
  ...(database?.directUrl === undefined ? {} : { DATABASE_DIRECT_URL: database.directUrl }),
});

const openSimulator = async (seed: string, plan: Plan): Promise<{ simulator: Simulator; port: number }> => {
  const simulator = createSimulator({ seed, transcriptsKept: 100_000 });
  simulator.setSwitches({ measures: { dialTimeoutExtraSeconds: 0, setupMs: 50, recordingReadyMs: 300 } });
  for (const { phone, farEnd } of [...plan.targets, plan.fallback]) simulator.setFarEnd(phone, farEnd);
  const { port } = await simulator.listen();
  return { simulator, port };
};

const toEmbeddedUrl = (dataDir: string): string => {
  const password = readFileSync(path.join(dataDir, "postgres-password"), "utf8").trim();
  return `postgresql://ccp:${password}@127.0.0.1:${findPostgres(dataDir).port}/ccp`;
};

/** How many of the account's numbers the carrier knows. */
const countNumbers = async (port: number, { accountRef, authToken }: Account): Promise<number> => {
  const url = `http://127.0.0.1:${port}/2010-04-01/Accounts/${accountRef}/IncomingPhoneNumbers.json`;
  const authorization = `Basic ${Buffer.from(`${accountRef}:${authToken}`).toString("base64")}`;
  const answer = await fetch(url, { headers: { authorization } });
  const body = (await answer.json()) as { incoming_phone_numbers?: unknown[] };
  return body.incoming_phone_numbers?.length ?? 0;
};

type Comparison = { faults: string[]; books: Books | undefined };

/** Faults that the carrier finds when nobody answers; every other one is a wrong answer of ours. */
const silenceCodes = new Set([11_200, 11_205]);

const findCarrierFaults = ({ faults }: Simulator): string[] =>
  faults
    .filter(({ code }) => !silenceCodes.has(code))
    .map(({ callSid, code, message }) => `${callSid}: carrier's fault ${code} ${message}`);

/** The story of the first call that is wrong, by the carrier and by the books. */
const tellFirst = (simulator: Simulator, { faults, books }: Comparison): string[] => {
  const callSid = /^CA[0-9a-f]+/.exec(faults[0] ?? "")?.[0];
  if (callSid === undefined) return [];
  const callId = books?.calls.find(({ carrierCallRef }) => carrierCallRef === callSid)?.id;
  return [
    ...simulator.listEvents(callSid).map((event) => JSON.stringify(event)),
    ...(books?.events ?? []).filter((event) => event.callId === callId).map((event) => JSON.stringify(event)),
  ];
};

/** Made for one test, and removed with everything that was started on it when that test has ended. */
export const createInstallation = async (
  { onTestFinished }: TestContext,
  options: InstallationOptions,
): Promise<Installation> => {
  const { seed, plan = busyPlan, database } = options;
  const dir = mkdtempSync(path.join(tmpdir(), "ccp-processes-"));
  const dataDir = path.join(dir, "data");
  const logFile = path.join(dir, "server.log");
  appendFileSync(logFile, "");
  const { simulator, port: simulatorPort } = await openSimulator(seed, plan);
  const publicPort = options.publicPort ?? (await findFreePort());
  const settings = toSettings(options, { dataDir, publicPort, simulatorPort });
  const servers: ServerProcess[] = [];

  /** The embedded database is found where it is now. */
  const withPools = async <Result>(work: (pools: Pools) => Promise<Result>): Promise<Result> => {
    const pools = createPools({ url: database?.directUrl ?? database?.url ?? toEmbeddedUrl(dataDir) });
    try {
      return await work(pools);
    } finally {
      await pools.close();
    }
  };

  const start = (port = publicPort): ServerProcess => {
    const server = startServerProcess(settings, port, logFile);
    servers.push(server);
    return server;
  };

  /** Before any server runs, so that none of them stands in the way. */
  const furnish = async (): Promise<Account> => {
    const embedded = database === undefined ? await startEmbedded({ dataDir }) : undefined;
    const url = embedded?.url ?? database?.directUrl ?? database?.url ?? "";
    const { encryptionKeys } = readEnv({ ...settings, PORT: String(publicPort) }).secrets;
    await migrate(url);
    const pools = createPools({ url });
    const account = await furnishAccount(pools, createSealer(encryptionKeys), plan);
    await pools.close();
    await embedded?.stop();
    return account;
  };

  const compare = async (account: Account): Promise<Comparison> => {
    const books = await withPools((pools) => readBooks(pools, account.accountId)).catch(() => undefined);
    if (books === undefined) return { faults: ["the database cannot be read"], books };
    const faults = findFaults({ plan, account }, simulator.listTruth(), books);
    return { faults: [...findCarrierFaults(simulator), ...faults], books };
  };

  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail")
      process.stdout.write(
        `seed ${seed}; the end of the server's log:\n${readFileSync(logFile, "utf8").slice(-4_000)}\n`,
      );
    await Promise.all(servers.filter((server) => !server.hasEnded()).map((server) => server.kill()));
    await simulator.close();
    await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  return {
    plan,
    dataDir,
    simulator,
    start,
    open: async (port) => {
      const account = await furnish();
      const server = start(port);
      await server.untilReady();
      const isKnown = async (): Promise<boolean> =>
        (await countNumbers(simulatorPort, account)) === Object.keys(plan.numbers).length;
      await until(isKnown, {
        timeoutMs: 20_000,
        describe: () => "The carrier never heard of the numbers.",
      });
      return { server, account };
    },
    callApi: async (account, pathname) => {
      const ctx = toSystemContext(account.accountId);
      const input = { name: "Test", role: "owner" } as const;
      const { key } = await withPools((pools) => createApiKey({ pools, ctx, input }));
      const answer = await fetch(`http://127.0.0.1:${publicPort}${pathname}`, {
        headers: { authorization: `Bearer ${key}` },
      });
      if (!answer.ok) throw new Error(`${pathname}: ${answer.status}`);
      return (await answer.json()) as never;
    },
    check: async (account) => (await compare(account)).faults,
    untilBooked: async (account, timeoutMs) => {
      let last: Comparison = { faults: [], books: undefined };
      const isAgreed = async (): Promise<boolean> => {
        last = await compare(account);
        return last.faults.length === 0;
      };
      const describe = (): string =>
        [
          `${last.faults.length} differences stay:`,
          ...last.faults.slice(0, 20),
          ...tellFirst(simulator, last),
        ].join("\n");
      await until(isAgreed, { timeoutMs, describe });
      if (last.books === undefined) throw new Error("The books were not read.");
      return last.books;
    },
  };
};
