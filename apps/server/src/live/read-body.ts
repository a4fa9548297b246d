import type { IncomingMessage } from "node:http";
import type { Clock } from "#clock.ts";

export type ReadBody =
  | { kind: "read"; body: Buffer }
  | { kind: "too-large" }
  | { kind: "too-slow" }
  | { kind: "aborted" };

type Limits = { bytesMax: number; timeoutMs: number };

const empty = Buffer.alloc(0);

/** Reads a request's raw bytes within a limit and a time; never rejects. */
export const readBody = (
  request: IncomingMessage,
  clock: Clock,
  { bytesMax, timeoutMs }: Limits,
): Promise<ReadBody> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isFinished = false;
    const finish = (outcome: ReadBody): void => {
      if (isFinished) return;
      isFinished = true;
      clock.clearTimeout(timer);
      resolve(outcome);
    };
    const timer = clock.setTimeout(() => {
      finish({ kind: "too-slow" });
    }, timeoutMs);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) finish({ kind: "too-large" });
      else chunks.push(chunk);
    });
    request.on("end", () => {
      const [first = empty] = chunks;
      finish({ kind: "read", body: chunks.length <= 1 ? first : Buffer.concat(chunks) });
    });
    request.on("close", () => {
      finish({ kind: "aborted" });
    });
    request.on("error", () => {
      finish({ kind: "aborted" });
    });
  });
