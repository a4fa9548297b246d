import { setTimeout as delay } from "node:timers/promises";
import { createRandom } from "@ccp/engine";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import { expect, test } from "vitest";
import { createInstallation, type Installation } from "#processes/installation.ts";
import type { ServerProcess } from "#processes/server-process.ts";
import { startLoad } from "#processes/start-load.ts";
import { untilAllEnded } from "#processes/until-ended.ts";

const kills = Number(process.env["CCP_KILLS"] ?? 20);
const seed = process.env["CCP_SEED"] ?? String(Date.now());

const callsPerSecond = 8;
// Where the carrier gave up telling, it is asked after the calls' time limit and a minute of grace.
const bookedMaxMs = 180_000;

/** Between two tries of the carrier; five of them outlast a server killed at its start and the start of the next. */
const retryPauseMs = 1_200;
/** Every other kill comes this soon after the start, ready or not. */
const hastyMaxMs = 1_200;
/** The others leave time for each callback that is being repeated. */
const patientMs = 1_200;

/** Kills the server again and again under load, and starts another at once; resolves with the last one. */
const killRepeatedly = async (installation: Installation, first: ServerProcess): Promise<ServerProcess> => {
  const random = createRandom(`kills:${seed}`);
  let server = first;
  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % 2 === 0) {
      await server.untilReady();
      await delay(patientMs * (1 + random()));
    } else {
      await delay(hastyMaxMs * random());
    }
    await server.kill();
    server = installation.start();
  }
  await server.untilReady();
  return server;
};

/** As many calls at once as the best targets take: each of them must find a free line there. */
const expectFreeLines = async ({ simulator, plan }: Installation): Promise<void> => {
  const best = plan.targets.filter(({ priority }) => priority === 1);
  const lines = best.reduce((sum, { concurrencyMax }) => sum + (concurrencyMax ?? 0), 0);
  const calls = Array.from({ length: lines }, () =>
    simulator.placeCall({ from: "+12025550142", to: plan.numbers.plain }),
  );
  await untilAllEnded(simulator);
  const rungFirst = calls.map(({ callSid }) => simulator.getTruth(callSid).children[0]?.to);
  expect(best.map(({ phone }) => phone)).toEqual(expect.arrayContaining(rungFirst));
};

test(`SIGKILL ${kills} times under load: nothing acknowledged is lost, nothing is doubled`, async (context) => {
  const installation = await createInstallation(context, { seed });
  installation.simulator.setSwitches({ measures: { retryPauseMs } });
  const { server: first, account } = await installation.open();
  const load = startLoad(installation.simulator, installation.plan, callsPerSecond);
  const last = await killRepeatedly(installation, first);
  load.stop();
  await untilAllEnded(installation.simulator);
  await installation.untilBooked(account, bookedMaxMs);
  await expectFreeLines(installation);
  await installation.untilBooked(account, bookedMaxMs);

  await last.stop();
  const database = await startEmbedded({ dataDir: installation.dataDir });
  const faults = await installation.check(account).finally(() => database.stop());
  expect(faults).toEqual([]);
});
