import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import type { Claimant, Epochs } from "./epoch.ts";

export type HoldOptions = {
  claimant: Claimant;
  epochs: Epochs;
  /** This process could take calls from the files it has, were it the holder. */
  canGoOn: () => boolean;
  /** Everything else of the start is done: only then may the live state be taken from another folder. */
  isStarted: () => boolean;
  clock: Clock;
  log: Log;
};

/** The right to keep the live state and to acknowledge. */
export type Hold = {
  isHolder: () => boolean;
  /** Aborted for good when another process has the live state: nothing may be acknowledged from then on. */
  lost: AbortSignal;
  /** Asks now instead of within the second. Never rejects. */
  look: () => Promise<void>;
  /** Lets another process take the live state; everything must be drained before. Never rejects. */
  release: () => Promise<void>;
};

type Standing = "waiting" | "unconfirmed" | "confirmed" | "lost";

const INTERVAL_MS = 1000;
/** How long a silent PostgreSQL may delay the start. */
const FIRST_LOOK_MS = 1500;

const waitAtMost = (clock: Clock, work: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const timer = clock.setTimeout(resolve, FIRST_LOOK_MS);
    void work.finally(() => {
      clock.clearTimeout(timer);
      resolve();
    });
  });

/** Asks PostgreSQL what is due in this standing; rejects when it does not answer. */
const ask = async (
  standing: Standing,
  { claimant, epochs, canGoOn, isStarted }: HoldOptions,
): Promise<Standing | "not-asked"> => {
  if (standing === "confirmed") {
    return (await epochs.refresh(claimant.holder)) === undefined ? "lost" : "confirmed";
  }
  if (standing === "unconfirmed") {
    return (await epochs.claim(claimant)) === undefined ? "lost" : "confirmed";
  }
  if (!isStarted() && !canGoOn()) return "not-asked";
  const epoch = await (isStarted() ? epochs.claim(claimant) : epochs.resume(claimant));
  return epoch === undefined ? "waiting" : "confirmed";
};

/**
 * Holds the live state as soon as nobody else does, and says each second that it does so. Where PostgreSQL cannot be
 * reached at the start the folder's lock suffices, unconfirmed, until PostgreSQL can be asked; a process that was
 * confirmed stays so while PostgreSQL is away. Resolves when the first answer is there, or did not come in time.
 */
export const holdEpoch = async (options: HoldOptions): Promise<Hold> => {
  const { claimant, epochs, canGoOn, isStarted, clock, log } = options;
  const lost = new AbortController();
  let standing: Standing = "waiting";
  let isReleased = false;
  // What is wrong before the first answer, whoever opens the database says.
  let isAnswered = false;
  let isWaitTold = false;
  let turning = Promise.resolve();

  const stand = (next: Standing): void => {
    if (next === "waiting" && isStarted() && !isWaitTold) {
      isWaitTold = true;
      log.warn(claimant, "waiting for the holder of the live state");
    }
    if (next === "lost") {
      log.error(claimant, "another process holds the live state: nothing is acknowledged any more");
      lost.abort(new Error("Another process holds the live state."));
    }
    standing = next;
  };

  const turn = async (): Promise<void> => {
    if (isReleased || standing === "lost") return;
    try {
      const next = await ask(standing, options);
      if (next === "not-asked") return;
      isAnswered = true;
      // This answer came too late to hold up the start; the next one decides.
      if (next === "waiting" && standing === "unconfirmed") return;
      stand(next);
    } catch (err) {
      if (isAnswered) log.warn({ err }, "the epoch of the live state cannot be asked for");
      isAnswered = false;
    }
  };

  const look = (): Promise<void> => {
    turning = turning.then(turn);
    return turning;
  };

  const keepLooking = async (): Promise<void> => {
    await look();
    if (!isReleased && standing !== "lost") clock.setTimeout(keepLooking, INTERVAL_MS);
  };

  await waitAtMost(clock, keepLooking());
  // Only now: a process that once heard of another holder waits for it, however long PostgreSQL is away.
  if (standing === "waiting" && !isAnswered && canGoOn()) standing = "unconfirmed";

  return {
    isHolder: () => standing === "confirmed" || standing === "unconfirmed",
    lost: lost.signal,
    look,
    release: async () => {
      isReleased = true;
      await turning;
      if (standing !== "confirmed") return;
      await epochs.release(claimant.holder).catch((err: unknown) => {
        log.warn({ err }, "the live state is free for others in 10 seconds only");
      });
    },
  };
};
