import { expect, test } from "vitest";
import { createPools } from "#db/client.ts";
import { findPooler, startPooler } from "#testing/start-pooler.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase } from "#testing/test-database.ts";
import { readBooked } from "./testing/read-booked.ts";
import { createSampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { startDrain } from "./testing/start-drain.ts";

const program = findPooler() ?? "";

test.runIf(program !== "")("booking goes through PgBouncer in transaction mode", async () => {
  const database = await createTestDatabase();
  const pooler = await startPooler(program, database.url);
  const pools = createPools({ url: pooler.url });
  const accounts = await Promise.all(Array.from({ length: 6 }, () => createTestAccount(pools)));
  const { drain, tell } = startDrain({ pool: pools.drain });
  for (let n = 0; n < 5; n += 1) {
    await tell(accounts.flatMap(({ accountId }) => tellWholeCall(createSampleCall(accountId))));
    await drain.idle();
  }
  await drain.stop();
  for (const { accountId } of accounts) {
    const { calls, net, quarantined } = await readBooked(database.pools.app, accountId);
    expect(calls).toHaveLength(5);
    expect(net).toHaveLength(10);
    expect(quarantined).toEqual([]);
  }
  await pools.close();
  await pooler.stop();
  await database.drop();
});
