import { expect, test } from "vitest";
import { callerNumber, startWorld, trackingNumber, type World } from "#testing/harness.ts";

const send = async ({ url }: World, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${url}/simulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> };
};

test("health says that nothing here is real", async () => {
  const world = await startWorld(() => "<Hangup/>");
  const { status, body } = await send(world, "GET", "/health");
  expect([status, body["status"]]).toEqual([200, "ok"]);
  expect(body["banner"]).toMatch(/simulated/i);
});

test("accounts have ids that no real account has, and opening one twice changes nothing", async () => {
  const world = await startWorld(() => "<Hangup/>");
  const { body } = await send(world, "POST", "/accounts", { friendlyName: "Demo" });
  expect(body["sid"]).toMatch(/^ACfacade[0-9a-f]{26}$/);
  expect((await send(world, "POST", "/accounts", { sid: body["sid"], authToken: "other" })).body).toEqual(
    body,
  );
  expect((await send(world, "POST", "/accounts", { sid: `AC${"0".repeat(32)}` })).status).toBe(422);
});

test("a number that another account is given is no longer the first one's", async () => {
  const world = await startWorld(() => "<Hangup/>");
  const other = String((await send(world, "POST", "/accounts", {})).body["sid"]);
  const give = (accountSid: string) =>
    send(world, "POST", "/numbers", { accountSid, phoneNumber: trackingNumber });
  const place = (accountSid: string) =>
    send(world, "POST", "/calls", { accountSid, from: callerNumber, to: trackingNumber });
  expect((await give(`ACfacade${"0".repeat(26)}`)).status).toBe(422);
  expect((await place(world.accountSid)).status).toBe(201);
  expect([(await give(other)).status, (await give(other)).status]).toEqual([201, 422]);
  expect([(await place(world.accountSid)).status, (await place(other)).status]).toEqual([422, 201]);
});

test("a call is placed, played and reported", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? '<Gather numDigits="1" timeout="60" action="/chosen"/>'
      : '<Say loop="0">On hold</Say>',
  );
  const placed = await send(world, "POST", "/calls", { from: callerNumber, to: trackingNumber });
  expect(placed.status).toBe(201);
  const sid = String(placed.body["callSid"]);
  await world.clock.advance(2000);
  expect((await send(world, "POST", `/calls/${sid}/digits`, { digits: "2" })).status).toBe(204);
  await world.clock.advance(2000);
  expect((await send(world, "GET", `/calls/${sid}`)).body["state"]).toBe("in-progress");
  expect((await send(world, "POST", `/calls/${sid}/hangup`)).status).toBe(204);
  await world.clock.runUntilIdle();
  const report = (await send(world, "GET", `/calls/${sid}`)).body;
  expect(report).toMatchObject({ status: "completed", durationSeconds: 4, isOver: true });
  const events = report["events"] as readonly { kind: string; what?: string }[];
  expect(events.filter(({ kind }) => kind === "does").map(({ what }) => what)).toEqual([
    "presses 2",
    "hangs up",
  ]);
  expect((await send(world, "GET", "/truth")).body["calls"]).toMatchObject([
    { callSid: sid, status: "completed" },
  ]);
});

test("the events of a call are streamed from its beginning to its end", async () => {
  const world = await startWorld(() => "<Say>Hello</Say>");
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.advance(10);
  const response = await fetch(`${world.url}/simulator/calls/${callSid}/events`);
  await world.clock.runUntilIdle();
  const text = await response.text();
  const names = [...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
  expect(names[0]).toBe("status");
  expect(names).toContain("hears");
  expect(names.at(-1)).toBe("end");
});

test("far ends, switches and faults are set and read", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? '<Dial action="/a">+12025550142</Dial>' : "<Hangup/>",
  );
  await send(world, "PUT", "/far-ends", { destinations: { "+12025550142": { kind: "busy" } } });
  const switches = (await send(world, "PUT", "/switches", { measures: { setupMs: 50 } })).body;
  expect(switches).toMatchObject({ measures: { setupMs: 50, dialTimeoutExtraSeconds: 5 } });
  world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.runUntilIdle();
  expect(world.simulator.listTruth()[0]?.children[0]?.status).toBe("busy");
  expect((await send(world, "GET", "/faults")).body["faults"]).toEqual([]);
});

test("what cannot be done is refused in words", async () => {
  const world = await startWorld(() => "<Hangup/>");
  expect((await send(world, "POST", "/calls", { from: callerNumber, to: "+12025550111" })).status).toBe(422);
  expect((await send(world, "POST", "/calls", [])).status).toBe(422);
  expect((await send(world, "GET", "/calls/CA0")).status).toBe(404);
  expect((await send(world, "GET", "/nonsense")).status).toBe(404);
  expect((await send(world, "PUT", "/far-ends", { default: { kind: "bussy" } })).status).toBe(422);
  expect((await send(world, "PUT", "/switches", { disturbance: { dropshare: 1 } })).status).toBe(422);
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  expect((await send(world, "POST", `/calls/${callSid}/digits`, { digits: "x" })).status).toBe(422);
});
