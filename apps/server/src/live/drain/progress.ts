/** How far booking has come, and who waits for it to come somewhere. */
export type Progress = {
  position(): number;
  moveTo(sequence: number): void;
  /** Resolves when everything up to `sequence` is booked. */
  reached(sequence: number): Promise<void>;
  isAwaited(): boolean;
};

export const createProgress = (): Progress => {
  let position = 0;
  let waiting: { sequence: number; resolve: () => void }[] = [];

  return {
    position: () => position,
    moveTo: (sequence) => {
      position = sequence;
      const done = waiting.filter((one) => one.sequence <= sequence);
      waiting = waiting.filter((one) => one.sequence > sequence);
      for (const one of done) one.resolve();
    },
    reached: (sequence) => {
      if (sequence <= position) return Promise.resolve();
      return new Promise((resolve) => waiting.push({ sequence, resolve }));
    },
    isAwaited: () => waiting.length > 0,
  };
};
