/** Works on all items, at most `parallelMax` at a time, each begun in order; the first failure rejects. */
export const runEach = async <Item>(
  items: readonly Item[],
  parallelMax: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const rest = items.values();
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(parallelMax, items.length) }, worker));
};
