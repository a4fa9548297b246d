import { Worker } from "node:worker_threads";
import type { JournalReply, JournalRequest, JournalWorkerData } from "./worker-protocol.ts";

export type JournalThread = {
  /** Sequence of the last durable record when the thread had recovered the journal. */
  last: number;
  /** Resolves when the thread has done it; rejects with its error, or when the thread is gone. */
  request: (message: JournalRequest) => Promise<void>;
};

type Waiting = { resolve: (last: number) => void; reject: (error: Error) => void };

/**
 * Starts the journal's thread and waits for its recovery. Rejects with what the recovery threw.
 * `onGone` is told when a thread that had recovered ends unasked: it does not come back.
 */
export const startJournalThread = async (
  url: URL,
  data: JournalWorkerData,
  onGone: (cause: Error) => void = () => undefined,
): Promise<JournalThread> => {
  const worker = new Worker(url, { workerData: data });
  // The thread answers in the order it was asked.
  const waiting: Waiting[] = [];
  let gone: Error | undefined;
  let isNeeded = false;

  const receive = (): Promise<number> =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
    });

  const lose = (cause: Error): void => {
    gone ??= cause;
    for (const { reject } of waiting.splice(0)) reject(gone);
    if (isNeeded) onGone(gone);
    isNeeded = false;
  };

  worker.on("message", (reply: JournalReply) => {
    const next = waiting.shift();
    if (reply.kind === "done") next?.resolve(reply.last);
    else next?.reject(reply.error);
  });
  worker.on("error", lose);
  worker.on("exit", () => {
    lose(new Error("the journal's thread has ended"));
  });

  const request = async (message: JournalRequest): Promise<void> => {
    if (gone) throw gone;
    if (message.kind === "close") isNeeded = false;
    worker.postMessage(message, message.kind === "write" ? [message.batch.lines.buffer] : []);
    await receive();
  };

  const last = await receive();
  isNeeded = true;
  return { last, request };
};
