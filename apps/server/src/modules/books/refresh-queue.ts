/** Resolves when a refresh that began after the asking has ended. */
export type AskForRefresh = (accountId: string) => Promise<void>;

/**
 * Accounts in the order in which they were asked for, `parallelMax` at a time and each once at a time: whoever changes
 * an account ten times in a row has it refreshed twice. `refresh` never rejects.
 */
export const createRefreshQueue = (
  parallelMax: number,
  refresh: (accountId: string) => Promise<void>,
): AskForRefresh => {
  const waiting = new Map<string, (() => void)[]>();
  const running = new Set<string>();

  const run = async (accountId: string, askers: readonly (() => void)[]): Promise<void> => {
    running.add(accountId);
    await refresh(accountId);
    running.delete(accountId);
    for (const tell of askers) tell();
    runNext();
  };

  const runNext = (): void => {
    for (const [accountId, askers] of waiting) {
      if (running.size >= parallelMax) return;
      if (running.has(accountId)) continue;
      waiting.delete(accountId);
      void run(accountId, askers);
    }
  };

  return (accountId) =>
    new Promise((resolve) => {
      const askers = waiting.get(accountId) ?? [];
      waiting.set(accountId, [...askers, resolve]);
      runNext();
    });
};
