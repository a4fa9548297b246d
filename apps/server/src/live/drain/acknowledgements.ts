import type { Clock, Timer } from "#clock.ts";

export type AcknowledgeBy = "journal" | "database";

/** Who waits for a commit, and until when. */
export type Acknowledgements = {
  /** Resolves once the record may be acknowledged. */
  wait(sequence: number): Promise<void>;
  /** Everything up to `sequence` is committed. */
  committed(sequence: number): void;
};

/** How long a caller waits for PostgreSQL before the journal has to do. */
const waitMaxMs = 250;

/**
 * `journal`: nobody waits. `database`: everybody waits for the commit, until it is late once;
 * from then on the journal's record is enough, until the next commit shows that PostgreSQL is back.
 */
export const createAcknowledgements = (by: AcknowledgeBy, clock: Clock): Acknowledgements => {
  let waiting: { sequence: number; until: number; resolve: () => void }[] = [];
  let committedTo = 0;
  let isDatabaseLate = false;
  let timer: Timer | undefined;

  const giveUp = (): void => {
    timer = undefined;
    isDatabaseLate = true;
    for (const one of waiting) one.resolve();
    waiting = [];
  };

  const watchFirst = (): void => {
    const [first] = waiting;
    if (timer === undefined && first !== undefined) {
      timer = clock.setTimeout(giveUp, Math.max(0, first.until - clock.now()));
    }
  };

  return {
    wait: (sequence) => {
      if (by === "journal" || isDatabaseLate || sequence <= committedTo) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push({ sequence, until: clock.now() + waitMaxMs, resolve });
        watchFirst();
      });
    },
    committed: (sequence) => {
      committedTo = sequence;
      isDatabaseLate = false;
      const done = waiting.filter((one) => one.sequence <= sequence);
      if (done.length === 0) return;
      waiting = waiting.filter((one) => one.sequence > sequence);
      if (timer !== undefined) clock.clearTimeout(timer);
      timer = undefined;
      watchFirst();
      for (const one of done) one.resolve();
    },
  };
};
