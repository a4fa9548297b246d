import type { DatabasePool } from "#db/client.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { type DemoStage, listRunningDemos, selectDemoStage } from "./demo-state.store.ts";

/** What a stream of calls into the account needs to know; undefined unless it is to run. */
export const findDemoStage = (pool: DatabasePool, accountId: string): Promise<DemoStage | undefined> =>
  withAccount(pool, accountId, selectDemoStage);

/** Of these accounts, the ones into which calls are to stream. */
export const pickStreamed = async (pool: DatabasePool, accountIds: readonly string[]): Promise<string[]> => {
  const running = new Set(await withDirectory(pool, listRunningDemos));
  return accountIds.filter((accountId) => running.has(accountId));
};
