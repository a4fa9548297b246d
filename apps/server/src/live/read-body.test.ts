import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { createHeldClock } from "./drain/testing/held-clock.ts";
import { readBody } from "./read-body.ts";

const limits = { bytesMax: 100_000, timeoutMs: 5_000 };

/** A connection on which packets are written one by one, and what the server reads of the request. */
const open = async () => {
  const clock = createHeldClock();
  const reads: { kind: string; text?: string }[] = [];
  let asked = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked += 1;
    const read = await readBody(request, clock, limits);
    reads.push(read.kind === "read" ? { kind: "read", text: read.body.toString("latin1") } : read);
    response.writeHead(204).end();
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined).resume();
  onTestFinished(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  const untilAsked = (count: number) => expect.poll(() => asked).toBe(count);
  const untilRead = (count: number) => expect.poll(() => reads.length).toBe(count);
  return { clock, reads, socket, untilAsked, untilRead };
};

const head = (bytes: number): string => `POST / HTTP/1.1\r\nhost: here\r\ncontent-length: ${bytes}\r\n\r\n`;

test("a body is read whole, in whatever packets it comes, request after request", async () => {
  const { reads, socket, untilAsked, untilRead } = await open();
  socket.write(`${head(5)}first${head(6)}second`);
  await untilRead(2);
  socket.write(head(5));
  await untilAsked(3);
  socket.write("th");
  socket.write("ird");
  await untilRead(3);
  const large = "x".repeat(90_000);
  socket.write(head(large.length) + large);
  await untilRead(4);
  socket.write(`${head(0)}${head(4)}last`);
  await untilRead(6);
  expect(reads.map(({ text }) => text)).toEqual(["first", "second", "third", large, "", "last"]);
});

test("a body beyond the limit is not read to its end", async () => {
  const { reads, socket, untilRead } = await open();
  socket.write(head(1_000_000) + "x".repeat(limits.bytesMax + 1));
  await untilRead(1);
  expect(reads).toEqual([{ kind: "too-large" }]);
});

test("a body is waited for so long and no longer", async () => {
  const { clock, reads, socket, untilAsked, untilRead } = await open();
  socket.write(`${head(5)}fir`);
  await untilAsked(1);
  await new Promise(setImmediate);
  clock.advance(limits.timeoutMs);
  await untilRead(1);
  expect(reads).toEqual([{ kind: "too-slow" }]);
});

test("who hangs up before the end has sent nothing", async () => {
  const { reads, socket, untilAsked, untilRead } = await open();
  socket.write(`${head(5)}fir`);
  await untilAsked(1);
  socket.destroy();
  await untilRead(1);
  expect(reads).toEqual([{ kind: "aborted" }]);
});
