import { execFileSync } from "node:child_process";
import { createTestDatabase } from "@ccp/server/testing/test-database.ts";
import { findPooler, startPooler } from "@ccp/server/testing/start-pooler.ts";
import { describe, expect, test, type TestContext } from "vitest";
import { createInstallation } from "#processes/installation.ts";
import { singleLinePlan } from "#processes/plan.ts";
import { isAlive, listFamily } from "#processes/process-table.ts";
import { createRelay } from "#processes/relay.ts";
import type { ServerProcess } from "#processes/server-process.ts";
import { startLoad } from "#processes/start-load.ts";
import { untilAllEnded, untilMoreEnded } from "#processes/until-ended.ts";
import { until } from "#processes/until.ts";
import { findFreePort } from "#support/find-free-port.ts";

const seed = process.env["CCP_SEED"] ?? String(Date.now());

const callsPerSecond = 5;
const bookedMaxMs = 90_000;

const emptyDatabase = async ({ onTestFinished }: TestContext): Promise<string> => {
  const database = await createTestDatabase();
  onTestFinished(() => database.drop());
  return database.url;
};

/** A database that can be taken away and given back. */
const emptyRemoteDatabase = async (context: TestContext) => {
  const url = new URL(await emptyDatabase(context));
  const relay = await createRelay(context);
  const port = Number(url.port);
  const giveBack = (): void => relay.leadTo(port);
  giveBack();
  url.port = String(relay.port);
  return { url: url.toString(), takeAway: () => relay.leadTo(null), giveBack };
};

describe.concurrent("one process", () => {
  test("without PostgreSQL it starts from its snapshot, takes calls, and books them when PostgreSQL is back", async (context) => {
    const database = await emptyRemoteDatabase(context);
    const installation = await createInstallation(context, { seed, database });
    const { simulator, plan } = installation;
    const { server: first, account } = await installation.open();
    await first.stop();
    database.takeAway();

    const server = installation.start();
    await server.untilReady();
    const load = startLoad(simulator, plan, callsPerSecond);
    await untilMoreEnded(simulator, 15);
    load.stop();
    const { refused, failed } = simulator.counters;
    expect({ refused, failed }).toEqual({ refused: 0, failed: 0 });
    expect(await server.get("/api/v1/session")).toBe(503);

    database.giveBack();
    await installation.untilBooked(account, bookedMaxMs);
    await until(async () => (await server.get("/api/v1/session")) === 401, {
      timeoutMs: 30_000,
      describe: () => "Console and API stay closed.",
    });
    expect(await server.get("/")).toBe(200);
    await server.stop();
  });

  test("what the journal alone holds at the stop is booked by the next start", async (context) => {
    const database = await emptyRemoteDatabase(context);
    const installation = await createInstallation(context, { seed, database });
    const { simulator, plan } = installation;
    const { server: first, account } = await installation.open();
    database.takeAway();
    const load = startLoad(simulator, plan, callsPerSecond);
    await untilMoreEnded(simulator, 15);
    load.stop();
    await untilAllEnded(simulator);
    await first.stop();

    database.giveBack();
    expect(await installation.check(account)).not.toEqual([]);
    const server = installation.start();
    await installation.untilBooked(account, bookedMaxMs);
    await server.stop();
  });

  test("SIGTERM under load loses nothing, and nothing that was started is left", async (context) => {
    const installation = await createInstallation(context, { seed });
    const { simulator, plan } = installation;
    // The carrier's patience outlasts a restart, also on a busy machine.
    simulator.setSwitches({ measures: { retryPauseMs: 2_000 } });
    const { server: first, account } = await installation.open();
    const load = startLoad(simulator, plan, callsPerSecond);
    await untilMoreEnded(simulator, 15);
    const family = listFamily(first.pid);
    expect(family.length).toBeGreaterThan(3);
    await first.stop();
    expect(family.filter(isAlive)).toEqual([]);

    const server = installation.start();
    await untilMoreEnded(simulator, 15);
    load.stop();
    await installation.untilBooked(account, bookedMaxMs);
    await server.stop();
  });

  test("while the disk takes nothing, callers are refused at once, and taken again afterwards", async (context) => {
    const installation = await createInstallation(context, { seed });
    const { simulator, plan } = installation;
    const { server, account } = await installation.open();
    const limitFiles = (bytes: string): void => {
      execFileSync("prlimit", ["--pid", String(server.pid), `--fsize=${bytes}:unlimited`]);
    };
    const callBriefly = async (): Promise<string> => {
      const script = { hangsUpAfterSeconds: 2 };
      const { callSid } = simulator.placeCall({ from: "+12025550142", to: plan.numbers.plain, script });
      await untilAllEnded(simulator);
      return callSid;
    };
    simulator.setSwitches({ measures: { retryPauseMs: 200 } });
    // A journal that is written already has a file open, which is another way to fail than to begin one.
    await callBriefly();
    expect(simulator.counters).toMatchObject({ refused: 0, failed: 0 });

    limitFiles("0");
    const refused = await callBriefly();
    expect(simulator.counters.refused).toBeGreaterThan(0);
    expect(simulator.counters.failed).toBe(0);
    expect(simulator.getTruth(refused)).toMatchObject({ acknowledged: [], children: [] });

    limitFiles("unlimited");
    const load = startLoad(simulator, plan, callsPerSecond);
    await untilMoreEnded(simulator, 10);
    load.stop();
    await untilAllEnded(simulator);
    limitFiles("0");
    await server.stop();
    const next = installation.start();
    await installation.untilBooked(account, bookedMaxMs);
    await next.stop();
  });
});

const program = findPooler();
const isRoot = process.getuid?.() === 0;

describe.concurrent("several processes", () => {
  test.for([
    ["is stopped", (first: ServerProcess) => first.stop()],
    ["is killed", (first: ServerProcess) => first.kill()],
  ] as const)(
    "on one data folder the second waits until the first %s, and goes on where it stood",
    async ([, end], context) => {
      const relay = await createRelay(context);
      const installation = await createInstallation(context, {
        seed,
        plan: singleLinePlan,
        database: { url: await emptyDatabase(context) },
        publicPort: relay.port,
      });
      const { simulator, plan } = installation;
      const { server: first, account } = await installation.open(await findFreePort());
      relay.leadTo(first.port);
      const [single] = plan.targets;
      const phone = single?.phone ?? "";
      const long = simulator.placeCall({
        from: "+12025550142",
        to: plan.numbers.plain,
        script: {
          farEnds: { [phone]: { kind: "answer", afterSeconds: 0.1, talkSeconds: 600, hangsUp: "callee" } },
        },
      });
      const findRung = (callSid: string): readonly string[] =>
        simulator.getTruth(callSid).children.map(({ to }) => to);
      await until(() => findRung(long.callSid).length > 0, {
        timeoutMs: 10_000,
        describe: () => "Nobody is rung.",
      });

      const second = installation.start(await findFreePort());
      const load = startLoad(simulator, plan, callsPerSecond);
      await until(async () => (await second.get("/healthz")) === 200, {
        timeoutMs: 30_000,
        describe: () => "The second process does not answer.",
      });
      await untilMoreEnded(simulator, 10);
      expect(await second.get("/readyz")).toBe(503);
      expect(await second.post("/carriers/twilio/voice")).toBe(503);
      const ended = end(first);
      await second.untilReady();
      relay.leadTo(second.port);
      await ended;
      await untilMoreEnded(simulator, 10);
      load.stop();
      const others = simulator.listTruth().filter(({ callSid }) => callSid !== long.callSid);
      expect(others.flatMap(({ children }) => children.map(({ to }) => to))).not.toContain(phone);

      simulator.hangUp(long.callSid);
      await until(() => simulator.getTruth(long.callSid).isOver, {
        timeoutMs: 10_000,
        describe: () => "The long call goes on.",
      });
      const next = simulator.placeCall({ from: "+12025550143", to: plan.numbers.plain });
      await untilMoreEnded(simulator, 1);
      expect(findRung(next.callSid)).toEqual([phone]);
      await installation.untilBooked(account, bookedMaxMs);
      await second.stop();
    },
  );

  test.runIf(isRoot || program !== undefined)(
    "through PgBouncer in transaction mode calls are booked and the API answers",
    async (context) => {
      if (program === undefined) throw new Error("PgBouncer is not installed: apt-get install pgbouncer");
      const directUrl = await emptyDatabase(context);
      const pooler = await startPooler(program, directUrl);
      context.onTestFinished(() => pooler.stop());
      const installation = await createInstallation(context, {
        seed,
        database: { url: pooler.url, directUrl },
      });
      const { simulator, plan } = installation;
      const { server, account } = await installation.open();
      const load = startLoad(simulator, plan, callsPerSecond);
      await untilMoreEnded(simulator, 20);
      load.stop();
      const { calls } = await installation.untilBooked(account, bookedMaxMs);
      const answer = await installation.callApi<{ items: unknown[] }>(account, "/api/v1/calls");
      expect(answer.items).toHaveLength(Math.min(50, calls.length));
      await server.stop();
    },
  );
});

if (program === undefined && !isRoot) {
  process.stdout.write("NOT PROVEN: PgBouncer is not installed (Debian: apt-get install pgbouncer).\n");
}
