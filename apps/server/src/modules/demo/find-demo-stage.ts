import type { DatabasePool } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { type DemoStage, selectDemoStage } from "./demo-state.store.ts";

/** What a stream of calls into the account needs to know; undefined unless it is to run. */
export const findDemoStage = (pool: DatabasePool, accountId: string): Promise<DemoStage | undefined> =>
  withAccount(pool, accountId, selectDemoStage);
