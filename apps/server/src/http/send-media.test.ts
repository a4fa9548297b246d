import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import express, { type ErrorRequestHandler } from "express";
import * as fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Media } from "./implementation.ts";
import { sendMedia } from "./send-media.ts";

/** A server with one recording, which keeps the codes of the errors that it was left with. */
const serve = async (open: () => Media) => {
  const failures: unknown[] = [];
  const app = express();
  app.get("/", (request, response) => sendMedia(request, response, open()));
  const keep: ErrorRequestHandler = (error: { code: unknown }, _request, response, _next) => {
    failures.push(error.code);
    response.destroy();
  };
  app.use(keep);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = (headers: Record<string, string> = {}, method = "GET") =>
    new Promise<IncomingMessage>((resolve) => {
      get({ port, host: "127.0.0.1", headers, method, agent: false }, resolve);
    });
  return { ask, failures };
};

const toMedia = (body: Readable, sizeBytes: number | null): Media => ({
  contentType: "audio/x-wav",
  sizeBytes,
  body,
});

test("any range of any pieces is what that range of the whole is", async () => {
  const anyPieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyPieces, fc.nat(), fc.nat(), async (pieces, from, length) => {
      const whole = Buffer.concat(pieces);
      const start = from % whole.length;
      const end = Math.min(start + (length % whole.length), whole.length - 1);
      const { ask, failures } = await serve(() =>
        toMedia(Readable.from(pieces.map((piece) => Buffer.from(piece))), whole.length),
      );
      const answer = await ask({ range: `bytes=${start}-${end}` });
      expect(answer.statusCode).toBe(206);
      expect(answer.headers["content-range"]).toBe(`bytes ${start}-${end}/${whole.length}`);
      expect(await buffer(answer)).toEqual(whole.subarray(start, end + 1));
      expect(failures).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("where the size is not known the whole follows, whatever range was asked for", async () => {
  const { ask } = await serve(() => toMedia(Readable.from([Buffer.from("RIFF")]), null));
  const answer = await ask({ range: "bytes=1-2" });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers["accept-ranges"]).toBeUndefined();
  expect((await buffer(answer)).toString()).toBe("RIFF");
});

test("no more is read than the reader takes, and nothing once the reader has left", async () => {
  const chunk = Buffer.alloc(64 * 1024);
  const sizeBytes = 400 * 1024 * 1024;
  let readBytes = 0;
  const body = new Readable({
    read() {
      readBytes += chunk.length;
      this.push(readBytes > sizeBytes ? null : chunk);
    },
  });
  const { ask, failures } = await serve(() => toMedia(body, sizeBytes));
  const answer = await ask();
  await new Promise((resolve) => answer.once("data", resolve));
  answer.pause();
  answer.destroy();
  await vi.waitUntil(() => body.destroyed);
  expect(readBytes).toBeLessThan(sizeBytes / 4);
  expect(failures).toEqual([]);
});

test("a question for the head alone reads no sound", async () => {
  const body = new Readable({ read: () => expect.unreachable() });
  const { ask } = await serve(() => toMedia(body, 400));
  const answer = await ask({}, "HEAD");
  expect(answer.headers["content-length"]).toBe("400");
  await vi.waitUntil(() => body.destroyed);
});

async function* breakOff() {
  yield Buffer.from("RIFF");
  await Promise.resolve();
  throw new Error("terminated");
}

test("a sound that breaks off is not passed off as whole", async () => {
  const { ask, failures } = await serve(() => toMedia(Readable.from(breakOff()), null));
  await expect(ask().then(buffer)).rejects.toThrow("aborted");
  expect(failures).toEqual(["carrier-failed"]);
});
