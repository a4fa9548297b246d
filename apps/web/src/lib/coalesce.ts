/** Runs `work` at once, and while it runs or rests only once more afterwards, however often it is asked. */
export const coalesce = (work: () => Promise<void>, rest: (task: () => void) => void): (() => void) => {
  let isBusy = false;
  let isWanted = false;
  const run = (): void => {
    isBusy = true;
    isWanted = false;
    void work().finally(() =>
      rest(() => {
        isBusy = false;
        if (isWanted) run();
      }),
    );
  };
  return () => {
    if (isBusy) isWanted = true;
    else run();
  };
};
