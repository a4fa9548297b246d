import { setTimeout as delay } from "node:timers/promises";
import { createPools } from "@ccp/server/db/client.ts";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import { createRandom } from "@ccp/engine";
import { expect, test } from "vitest";
import { createInstallation } from "#processes/installation.ts";
import { startLoad } from "#processes/start-load.ts";

const kills = Number(process.env["CCP_KILLS"] ?? 20);
const seed = process.env["CCP_SEED"] ?? String(Date.now());

const callsPerSecond = 8;
/** Each fourth kill hits a server that is still starting. */
const earlyShare = 0.25;
const earlyMs = 1_000;
const lateMs = 1_500;

test(`SIGKILL ${kills} times under load: nothing acknowledged is lost, nothing is doubled`, async (context) => {
  const installation = await createInstallation(context, { seed });
  const random = createRandom(`kills:${seed}`);
  let server = installation.start();
  await server.untilReady();
  const account = await installation.furnish();
  const load = startLoad(installation.simulator, installation.plan, callsPerSecond);
  for (let kill = 0; kill < kills; kill += 1) {
    if (random() < earlyShare) {
      await delay(random() * earlyMs);
    } else {
      await server.untilReady();
      await delay(random() * lateMs);
    }
    await server.kill();
    server = installation.start();
  }
  await server.untilReady();
  load.stop();
  const t0 = Date.now();
  await installation.untilBooked(account, Number(process.env["W"] ?? 90_000));
  await server.stop();
  process.stdout.write(
    `settled ${Date.now() - t0}\n` + JSON.stringify(installation.simulator.counters) + "\n",
  );
});
