import { expect, test } from "vitest";
import { createTestLog } from "#live/disk/testing/test-dir.ts";
import { closeServer, listen } from "./http-server.ts";

test("trouble at the open port is logged, each time, and ends nothing", async () => {
  const log = createTestLog();
  const server = await listen(0, () => undefined, log);
  for (let n = 0; n < 2; n += 1) server.emit("error", new Error("accept EMFILE"));
  expect(log.lines).toEqual(["the port has trouble", "the port has trouble"]);
  await closeServer(server);
});

test("a connection outlasts the time for which proxies keep it", async () => {
  const server = await listen(0, (_request, response) => void response.end(), createTestLog());
  const { port } = server.address() as { port: number };
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  expect(headers.get("keep-alive")).toBe("timeout=75");
  await closeServer(server);
});
