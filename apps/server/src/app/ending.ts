import type { Logger } from "pino";

export type EndingOptions = {
  /** Closes what there is by now. */
  close: () => Promise<void>;
  exit: (code: number) => void;
  log: Pick<Logger, "error" | "fatal">;
};

/** How this process ends: always, once, and within a time. */
export type Ending = {
  /** As asked from outside: 0 when everything was closed, else 1. */
  end: () => Promise<void>;
  /** After an error that nobody caught, or a loss that only a new process mends: 1, so that a supervisor starts it anew. */
  fail: (error: unknown, message: string) => Promise<void>;
};

/** Longer than the last booking may take, shorter than supervisors wait before they kill. */
const endMaxMs = 20_000;
const failMaxMs = 5_000;

export const createEnding = ({ close, exit, log }: EndingOptions): Ending => {
  let isEnding = false;

  const closeWithin = async (maxMs: number, code: number): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Closing took longer than ${maxMs} ms.`)), maxMs);
    });
    try {
      await Promise.race([close(), late]);
      exit(code);
    } catch (error) {
      log.error({ err: error }, "the server could not be closed in good order");
      exit(1);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    end: () => closeWithin(endMaxMs, 0),
    fail: (error, message) => {
      log.fatal({ err: error }, message);
      return closeWithin(failMaxMs, 1);
    },
  };
};
