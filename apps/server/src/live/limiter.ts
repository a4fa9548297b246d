/** Runs tasks in order of arrival, at most `runningMax` at a time; `run` resolves or rejects as its task does. */
export const createLimiter = (runningMax: number) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    run: async <Result>(task: () => Promise<Result>): Promise<Result> => {
      if (running >= runningMax) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
};
