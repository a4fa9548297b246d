import { setTimeout as delay } from "node:timers/promises";

/** Waits for a condition; throws what `describe` says when it does not come true in time. */
export const until = async (
  isTrue: () => boolean | Promise<boolean>,
  { timeoutMs, describe }: { timeoutMs: number; describe: () => string },
): Promise<void> => {
  const deadlineAt = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadlineAt) throw new Error(describe());
    await delay(50);
  }
};
