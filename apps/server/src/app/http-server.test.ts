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
