import { validateRequest } from "twilio";
import { expect, test } from "vitest";
import { buyerNumber, callerNumber, startWorld, trackingNumber } from "#testing/harness.ts";

test("the official validator accepts every request of a call, whatever it is about", async () => {
  const world = await startWorld(({ path, params }) => {
    if (path === "/voice") return '<Redirect method="GET">/menu?lang=en&amp;from=a%20b</Redirect>';
    if (path === "/menu")
      return `<Dial action="/action?attempt=1" record="record-from-answer" recordingStatusCallback="/recording"><Number url="/screen" statusCallback="/status?leg=1#rc=2" statusCallbackEvent="initiated ringing answered completed">${buyerNumber}</Number></Dial>`;
    return path === "/action" && params["ErrorCode"] === undefined ? "<Shout/>" : "";
  });
  world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.runUntilIdle();
  const paths = new Set(world.customer.received.map(({ path }) => path));
  expect(paths).toEqual(
    new Set([
      "/voice",
      "/menu",
      "/screen",
      "/action",
      "/fallback",
      "/status",
      "/recording",
      "/number-status",
    ]),
  );
  for (const { signature, url, params, method } of world.customer.received)
    expect(validateRequest(world.authToken, signature, url, method === "GET" ? {} : params)).toBe(true);
});
