import { randomUUID } from "node:crypto";
import type { DryRunShown, DryRunState } from "@ccp/contract";
import type { Logger } from "pino";
import { AppError } from "#http/app-error.ts";

/** What the work says of itself while it goes on. */
export type Progress = { signal: AbortSignal; tell(done: number): void };

type Begun = {
  accountId: string;
  planId: string;
  draftVersion: number;
  /** Steps in all. */
  total: number;
  /** Epoch ms. */
  at: number;
  work: (progress: Progress) => Promise<DryRunShown>;
};

/** The dry runs of this process: in memory, few of them, and gone with it. */
export type DryRuns = {
  /** Throws `conflict` while one of the account's is under way, `unavailable` while too many of others are. */
  start(begun: Begun): DryRunState;
  find(of: { accountId: string; planId: string; id: string }): DryRunState | undefined;
  /** Gives up what is under way; resolves when nothing is any more. */
  close(): Promise<void>;
};

type Kept = { accountId: string; planId: string; state: DryRunState };

const runningMost = 2;
const keptMost = 50;

/** The oldest of the account that has the most: nobody's makes way for the many of another account. */
const findDispensable = (kept: readonly Kept[]): number => {
  const counts = new Map<string, number>();
  for (const { accountId } of kept) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return kept.findIndex(({ accountId }) => counts.get(accountId) === most);
};

export const createDryRuns = (log: Logger): DryRuns => {
  const kept: Kept[] = [];
  const running = new Map<string, Promise<void>>();
  const ending = new AbortController();

  const refuse = (accountId: string): void => {
    if (running.has(accountId)) {
      throw new AppError(
        "conflict",
        "A draft of this account is being tried already; wait until that is over.",
      );
    }
    if (running.size >= runningMost) {
      const message = "Too many drafts are being tried at the moment; try again in a moment.";
      throw new AppError("unavailable", message, { retryAfterSeconds: 5 });
    }
  };

  const run = async ({ accountId, work }: Begun, { state }: Kept): Promise<void> => {
    try {
      const tell = (done: number): void => void (state.done = done);
      state.result = await work({ signal: ending.signal, tell });
      state.state = "done";
    } catch (error) {
      state.state = "failed";
      if (!ending.signal.aborted) log.error({ err: error, accountId }, "a dry run failed");
    } finally {
      running.delete(accountId);
    }
  };

  return {
    start: (begun) => {
      const { accountId, planId, draftVersion, total, at } = begun;
      refuse(accountId);
      const startedAt = new Date(at).toISOString();
      const state: DryRunState = {
        id: randomUUID(),
        state: "running",
        draftVersion,
        done: 0,
        total,
        startedAt,
        result: null,
      };
      const own = { accountId, planId, state };
      kept.push(own);
      if (kept.length > keptMost) kept.splice(findDispensable(kept), 1);
      running.set(accountId, run(begun, own));
      return { ...state };
    },
    find: ({ accountId, planId, id }) =>
      kept.find((each) => each.accountId === accountId && each.planId === planId && each.state.id === id)
        ?.state,
    close: async () => {
      ending.abort();
      await Promise.all(running.values());
    },
  };
};
