import type { Logger } from "pino";

type Step = () => void | Promise<unknown>;

/** Runs all steps in order, also after one that fails; rejects at the end when any did. */
export const closeAll = async (steps: readonly Step[], log: Pick<Logger, "error">): Promise<void> => {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error({ err: error }, "a part could not be closed");
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Not everything could be closed.");
};
