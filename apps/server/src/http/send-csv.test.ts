import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test, vi } from "vitest";
import { AppError } from "./app-error.ts";
import type { Csv } from "./implementation.ts";
import { sendCsv } from "./send-csv.ts";

let server: Server | undefined;

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => {
    if (server === undefined) resolve(undefined);
    else server.close(resolve);
  });
});

const failures: unknown[] = [];

const serve = async (csv: Csv): Promise<string> => {
  const app = express();
  app.get("/list.csv", (request, response) => sendCsv(request, response, { csv, name: "list", now: 0 }));
  app.use(((error, _request, response, next) => {
    failures.push(error);
    if (response.headersSent) next(error);
    else response.status(503).end();
  }) satisfies express.ErrorRequestHandler);
  app.set("env", "test");
  const listening = createServer(app);
  server = listening;
  await new Promise<void>((resolve) => {
    listening.listen(0, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/list.csv`;
};

const open = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, resolve).on("error", reject);
  });

const page = `${"x".repeat(64 * 1024)}\r\n`;

test("a reader who leaves ends the reading of rows, and who reads slowly is not read ahead for", async () => {
  let read = 0;
  let isClosed = false;
  async function* readPages() {
    try {
      for (;;) {
        read += 1;
        yield page;
        await new Promise(setImmediate);
      }
    } finally {
      isClosed = true;
    }
  }
  const response = await open(await serve(readPages()));
  response.pause();
  await vi.waitFor(() => expect(read).toBeGreaterThan(1));
  // What the sockets of both sides hold: far less than an unread table.
  expect(read).toBeLessThan(500);
  response.destroy();
  await vi.waitFor(() => expect(isClosed).toBe(true));
  expect(failures).toEqual([]);
});

test("what fails before the first line is an error of its own, not an empty file", async () => {
  const failing: Csv = {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.reject(new AppError("unavailable", "The database does not answer.")),
    }),
  };
  const response = await open(await serve(failing));
  response.resume();
  expect(response.statusCode).toBe(503);
});

async function* readHeadOnly() {
  yield "head\r\n";
  throw new AppError("unavailable", "The database does not answer.");
}

test("what fails later breaks off, so that a part is not taken for the whole", async () => {
  const response = await open(await serve(readHeadOnly()));
  const ended = new Promise<string>((resolve) => {
    response.on("end", () => resolve("ended"));
    response.on("error", () => resolve("broken off"));
    response.resume();
  });
  expect(await ended).toBe("broken off");
});
