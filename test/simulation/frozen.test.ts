import { setTimeout as delay } from "node:timers/promises";
import type { CallTruth } from "@ccp/simulator";
import { expect, test, type TestContext } from "vitest";
import { createInstallation, type Installation } from "#processes/installation.ts";
import { freezePostgres } from "#processes/postgres-processes.ts";
import { startDatabase } from "#processes/start-database.ts";
import { startLoad } from "#processes/start-load.ts";

const seconds = Number(process.env["CCP_FREEZE_SECONDS"] ?? 20);
const seed = process.env["CCP_SEED"] ?? String(Date.now());

const callsPerSecond = 8;
const bookedMaxMs = 120_000;
/** Of load before and after; a call placed this long ago has its answer. */
const momentMs = 2_000;

const isIn =
  (from: number, to: number) =>
  ({ startedAt }: CallTruth): boolean =>
    startedAt >= from && startedAt < to;

/** Freezes the PostgreSQL of the folder under load and lets it go on; every webhook has to be answered throughout. */
const proveFreeze = async (
  { onTestFinished }: TestContext,
  installation: Installation,
  postgresDir: string,
): Promise<void> => {
  const { simulator, plan } = installation;
  const { server, account } = await installation.open();
  const load = startLoad(simulator, plan, callsPerSecond);
  await delay(momentMs);

  const goOn = freezePostgres(postgresDir);
  onTestFinished(goOn);
  const frozenAt = Date.now();
  expect(await installation.check(account)).toEqual(["the database cannot be read"]);
  await delay(frozenAt + seconds * 1000 - Date.now());
  const { refused, failed } = simulator.counters;
  const answeredWhileFrozen = simulator
    .listTruth()
    .filter(isIn(frozenAt, Date.now() - momentMs))
    .map(({ acknowledged }) => acknowledged.some((each) => each.startsWith("voice:")));
  goOn();

  expect({ refused, failed, faults: simulator.faults }).toEqual({ refused: 0, failed: 0, faults: [] });
  expect(answeredWhileFrozen.length).toBeGreaterThan(seconds);
  expect(answeredWhileFrozen).not.toContain(false);
  await delay(momentMs);
  load.stop();
  await installation.untilBooked(account, bookedMaxMs);
  await server.stop();
};

test.concurrent(`the embedded PostgreSQL freezes for ${seconds} s: calls go on, and then all of it is booked once`, async (context) => {
  const installation = await createInstallation(context, { seed });
  await proveFreeze(context, installation, installation.dataDir);
});

test.concurrent(`another PostgreSQL freezes for ${seconds} s: calls go on, and then all of it is booked once`, async (context) => {
  const database = await startDatabase(context);
  const installation = await createInstallation(context, { seed, database });
  await proveFreeze(context, installation, database.dataDir);
});
