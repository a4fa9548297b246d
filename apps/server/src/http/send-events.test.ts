import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type BookedMessage, bookedMessage } from "@ccp/contract";
import express, { type Request, type Response } from "express";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemClock } from "#clock.ts";
import { createHttpApp } from "./create-http-app.ts";
import { sendEvents } from "./send-events.ts";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const isAllowed = () => Promise.resolve(true);

const openStream = (port: number) =>
  new Promise<IncomingMessage>((resolve) => {
    get({ port, path: "/api/v1/stream", headers: toBearer(account.keys.analyst) }, resolve);
  });

test("bookings of the account reach its reader, and a reader that leaves is forgotten", async () => {
  const readers = new Map<string, (message: BookedMessage) => void>();
  const app = createHttpApp({
    ...testApp.deps,
    subscribe: (accountId, send) => {
      readers.set(accountId, send);
      return () => readers.delete(accountId);
    },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const stream = await openStream((server.address() as AddressInfo).port);
  let text = "";
  stream.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  expect(stream.headers["content-type"]).toBe("text/event-stream");
  await vi.waitUntil(() => readers.has(account.accountId));
  readers.get(account.accountId)?.({ bookedSeq: 7, callIds: [account.ids.call] });
  await vi.waitUntil(() => text.includes("\n\ndata: "));
  expect(text).toContain(`data: {"bookedSeq":7,"callIds":["${account.ids.call}"]}\n\n`);

  stream.destroy();
  await vi.waitUntil(() => readers.size === 0);
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

test("for a reader that left before its stream began no work is started", async () => {
  const started = vi.fn(() => Promise.resolve());
  let isDone = false;
  const app = express();
  const answerLate = async (request: Request, response: Response): Promise<void> => {
    const hasLeft = new Promise((resolve) => response.on("close", resolve));
    request.socket.destroy();
    await hasLeft;
    await sendEvents(response, started, { clock: systemClock, schema: bookedMessage, isAllowed });
    isDone = true;
  };
  app.get("/", (request, response) => answerLate(request, response));
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  get({ port: (server.address() as AddressInfo).port }).on("error", () => undefined);
  await vi.waitUntil(() => isDone);
  expect(started).not.toHaveBeenCalled();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});
