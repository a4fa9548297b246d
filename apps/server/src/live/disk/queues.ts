/** Runs what is given under one name one after the other; a failure does not stop what follows. */
export const createQueues = () => {
  const tails = new Map<string, Promise<unknown>>();

  return async (name: string, run: () => Promise<void>): Promise<void> => {
    const before = tails.get(name) ?? Promise.resolve();
    const turn = before.then(run, run);
    tails.set(name, turn);
    try {
      await turn;
    } finally {
      if (tails.get(name) === turn) tails.delete(name);
    }
  };
};
