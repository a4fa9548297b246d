/** How often each thing happened since the start; names such as `forged.unsigned`. */
export type Tally = { add(name: string): void; read: () => Readonly<Record<string, number>> };

/** Counts in memory. Names come from closed sets of reasons, so there are few of them. */
export const createTally = (): Tally => {
  const counts = new Map<string, number>();
  return {
    add: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    read: () => Object.fromEntries(counts),
  };
};
