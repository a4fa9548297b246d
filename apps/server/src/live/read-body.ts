import type { IncomingMessage } from "node:http";
import type { Clock } from "#clock.ts";

export type ReadBody =
  | { kind: "read"; body: Buffer }
  | { kind: "too-large" }
  | { kind: "too-slow" }
  | { kind: "aborted" };

type Limits = { bytesMax: number; timeoutMs: number };

const empty = Buffer.alloc(0);

let turn: Promise<void> | undefined;

/** One promise for all that ask within a turn of the event loop. */
const endOfTurn = (): Promise<void> =>
  (turn ??= new Promise((resolve) => {
    setImmediate(() => {
      turn = undefined;
      resolve();
    });
  }));

const take = (request: IncomingMessage, bytesMax: number): ReadBody => {
  const body = (request.read() as Buffer | null) ?? empty;
  return body.length > bytesMax ? { kind: "too-large" } : { kind: "read", body };
};

const waitFor = (
  request: IncomingMessage,
  clock: Clock,
  { bytesMax, timeoutMs }: Limits,
): Promise<ReadBody> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = clock.setTimeout(() => {
      resolve({ kind: "too-slow" });
    }, timeoutMs);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > bytesMax) resolve({ kind: "too-large" });
      else chunks.push(chunk);
    });
    request.on("end", () => {
      resolve({ kind: "read", body: Buffer.concat(chunks) });
    });
    request.on("error", () => {
      resolve({ kind: "aborted" });
    });
    request.on("close", () => {
      clock.clearTimeout(timer);
      resolve({ kind: "aborted" });
    });
  });

/** Reads a request's raw bytes within a limit and a time; never rejects. */
export const readBody = async (request: IncomingMessage, clock: Clock, limits: Limits): Promise<ReadBody> => {
  // A body that came in one packet with its head is there when the event loop has taken that packet apart: it needs no
  // listeners and no timer.
  await endOfTurn();
  if (request.complete) return take(request, limits.bytesMax);
  return request.destroyed ? { kind: "aborted" } : waitFor(request, clock, limits);
};
