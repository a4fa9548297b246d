import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import twilio from "twilio";
import { expect, test } from "vitest";
import { callerNumber, startWorld, trackingNumber, type World } from "#testing/harness.ts";

/** The official client, unchanged but for its base address. */
const createRestClient = (
  { url, accountSid, authToken }: Pick<World, "url" | "accountSid" | "authToken">,
  token = authToken,
): ReturnType<typeof twilio> => {
  const client = twilio(accountSid, token);
  client.api.baseUrl = url;
  return client;
};

const magic = (ending: string): string => `+1500555${ending}`;

const startQuiet = (): Promise<World> => startWorld(() => "<Hangup/>");

test("the account and its balance are fetched", async () => {
  const world = await startQuiet();
  const client = createRestClient(world);
  expect(await client.api.accounts(world.accountSid).fetch()).toMatchObject({
    sid: world.accountSid,
    status: "active",
  });
  expect(await client.balance.fetch()).toMatchObject({ currency: "USD" });
});

test("a wrong token is refused with the carrier's own words", async () => {
  const world = await startQuiet();
  await expect(createRestClient(world, "wrong").balance.fetch()).rejects.toMatchObject({
    status: 401,
    code: 20_003,
  });
});

test("accounts do not see each other", async () => {
  const world = await startQuiet();
  const { sid, authToken } = world.simulator.addAccount();
  const other = createRestClient({ url: world.url, accountSid: sid, authToken });
  expect(await other.incomingPhoneNumbers.list()).toEqual([]);
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.runUntilIdle();
  await expect(other.calls(callSid).fetch()).rejects.toMatchObject({ status: 404, code: 20_404 });
  await expect(other.api.accounts(world.accountSid).calls.list()).rejects.toMatchObject({ status: 401 });
});

test("free numbers are searched by area code, pattern and state", async () => {
  const world = await startQuiet();
  const search = createRestClient(world).availablePhoneNumbers("US");
  const local = await search.local.list({ areaCode: 212, limit: 3 });
  expect(local.map(({ phoneNumber }) => phoneNumber)).toEqual([
    "+12125550101",
    "+12125550102",
    "+12125550103",
  ]);
  expect(local[0]).toMatchObject({ region: "NY", isoCountry: "US" });
  expect((await search.local.list({ contains: "5550142", limit: 2 }))[0]?.phoneNumber).toMatch(/5550142$/);
  expect((await search.local.list({ inRegion: "TX", limit: 1 }))[0]?.phoneNumber).toMatch(/^\+1214/);
  expect((await search.tollFree.list({ limit: 1 }))[0]?.phoneNumber).toBe("+18005550100");
  await expect(search.mobile.list()).rejects.toMatchObject({ status: 404, code: 20_404 });
  await expect(search.local.list({ contains: "5" })).rejects.toMatchObject({ status: 400 });
  await expect(search.local.list({ contains: "55*01" })).rejects.toMatchObject({ status: 400 });
});

test("a number is bought, found, changed and given up", async () => {
  const world = await startQuiet();
  const { incomingPhoneNumbers: numbers } = createRestClient(world);
  const bought = await numbers.create({
    phoneNumber: "+12125550142",
    friendlyName: "ours-1",
    voiceUrl: "https://example.com/voice#rc=2",
    statusCallback: "https://example.com/status",
  });
  expect(bought).toMatchObject({ phoneNumber: "+12125550142", voiceMethod: "POST", status: "in-use" });
  expect(await numbers.list({ phoneNumber: "+12125550142" })).toHaveLength(1);
  expect(await numbers.list({ friendlyName: "ours-1" })).toHaveLength(1);
  const changed = await numbers(bought.sid).update({
    voiceUrl: "https://example.com/other",
    statusCallback: "",
  });
  expect(changed).toMatchObject({ voiceUrl: "https://example.com/other", statusCallback: "" });
  expect(await numbers(bought.sid).remove()).toBe(true);
  await expect(numbers(bought.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20_404 });
});

test.each([
  [{ phoneNumber: magic("0000") }, 21_422],
  [{ phoneNumber: magic("0001") }, 21_421],
  [{ phoneNumber: trackingNumber }, 21_422],
  [{ areaCode: "533" }, 21_452],
  [{ phoneNumber: "+12125550142", voiceUrl: "nonsense" }, 21_402],
  [{ phoneNumber: "+12125550142", voiceFallbackUrl: "https://example.com" }, 21_405],
])("buying %o is refused with %i", async (number, code) => {
  const world = await startQuiet();
  await expect(createRestClient(world).incomingPhoneNumbers.create(number)).rejects.toMatchObject({
    status: 400,
    code,
  });
});

test("the magic numbers that can be bought are bought", async () => {
  const { incomingPhoneNumbers: numbers } = createRestClient(await startQuiet());
  expect((await numbers.create({ phoneNumber: magic("0006") })).phoneNumber).toBe(magic("0006"));
  expect((await numbers.create({ areaCode: "500" })).phoneNumber).toBe("+15005550100");
});

const url = "https://example.com/voice";

test.each([
  [{ to: magic("0001"), from: magic("0006"), url }, 21_217],
  [{ to: magic("0002"), from: magic("0006"), url }, 21_214],
  [{ to: magic("0003"), from: magic("0006"), url }, 21_215],
  [{ to: magic("0004"), from: magic("0006"), url }, 21_216],
  [{ to: callerNumber, from: magic("0001"), url }, 21_212],
  [{ to: callerNumber, from: "+12025550111", url }, 21_210],
  [{ to: callerNumber, from: magic("0006") }, 21_205],
  [{ to: callerNumber, from: magic("0006"), url: "http://bad_host.example.com/" }, 21_205],
  [{ to: "somebody", from: magic("0006"), url }, 21_211],
  [{ to: callerNumber, from: magic("0006"), url, statusCallbackEvent: ["initiated answered"] }, 21_626],
])("calling with %o is refused with %i", async (call, code) => {
  const world = await startQuiet();
  await expect(createRestClient(world).calls.create(call)).rejects.toMatchObject({ status: 400, code });
});

test("a call made by REST runs its document and reports the events that were asked for", async () => {
  const world = await startWorld(() => "<Say>Hello</Say>");
  const created = await createRestClient(world).calls.create({
    to: callerNumber,
    from: trackingNumber,
    url: `${world.customer.url}/outbound`,
    statusCallback: `${world.customer.url}/status`,
    statusCallbackEvent: ["initiated", "answered", "completed"],
  });
  expect(created).toMatchObject({ status: "queued", direction: "outbound-api", duration: null });
  await world.clock.runUntilIdle();
  const at = (path: string) => world.customer.received.filter((request) => request.path === path);
  expect(at("/status").map(({ params }) => params["CallStatus"])).toEqual([
    "initiated",
    "in-progress",
    "completed",
  ]);
  expect(at("/outbound")).toMatchObject([
    { params: { CallStatus: "in-progress", Direction: "outbound-api" } },
  ]);
});

test("calls are listed by parent, by status and page by page, newest first", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? '<Dial action="/a">+12025550142</Dial>' : "<Hangup/>",
  );
  const sids: string[] = [];
  for (let index = 0; index < 7; index += 1)
    sids.push(world.simulator.placeCall({ from: callerNumber, to: trackingNumber }).callSid);
  await world.clock.runUntilIdle();
  const { calls } = createRestClient(world);
  const inbound = await calls.list({ to: trackingNumber, pageSize: 3 });
  expect(inbound.map(({ sid }) => sid)).toEqual(sids.toReversed());
  const children = await calls.list({ parentCallSid: sids[2] ?? "" });
  expect(children).toMatchObject([{ direction: "outbound-dial", duration: "60", status: "completed" }]);
  expect(await calls.list({ status: "in-progress" })).toEqual([]);
  const page = await calls.page({ pageSize: 5 });
  expect(page.instances).toHaveLength(5);
  expect((await page.nextPage())?.instances).toHaveLength(5);
  expect(await calls.list({ startTimeAfter: new Date(world.clock.now() + 86_400_000) })).toEqual([]);
});

test("a live call is hung up or given another document; one that has ended is refused", async () => {
  const world = await startWorld(({ path }) =>
    path === "/other" ? "<Say>Elsewhere</Say>" : '<Say loop="0">Wait</Say>',
  );
  const { calls } = createRestClient(world);
  const first = world.simulator.placeCall({ from: callerNumber, to: trackingNumber }).callSid;
  const second = world.simulator.placeCall({ from: callerNumber, to: trackingNumber }).callSid;
  await world.clock.advance(10_000);
  await calls(first).update({ status: "completed" });
  await calls(second).update({ url: `${world.customer.url}/other` });
  await world.clock.advance(60_000);
  expect(world.simulator.getTruth(first)).toMatchObject({ status: "completed", durationSeconds: 10 });
  expect(world.customer.received.some(({ path }) => path === "/other")).toBe(true);
  expect(world.simulator.getTruth(second).isOver).toBe(true);
  await expect(calls(second).update({ status: "completed" })).rejects.toMatchObject({ code: 21_220 });
});

test("a bridged child that is redirected leaves the dial, which ends without a duration", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? '<Dial action="/action">+12025550142</Dial>'
      : path === "/other"
        ? "<Say>Hold on</Say>"
        : "<Hangup/>",
  );
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.advance(20_000);
  const child = world.simulator.getTruth(callSid).children[0]?.callSid ?? "";
  await createRestClient(world)
    .calls(child)
    .update({ url: `${world.customer.url}/other` });
  await world.clock.runUntilIdle();
  const action = world.customer.received.find(({ path }) => path === "/action");
  expect(action?.params).toMatchObject({ DialCallStatus: "completed", DialBridged: "true" });
  expect(action?.params).not.toHaveProperty("DialCallDuration");
  expect(world.simulator.getTruth(callSid).children[0]?.status).toBe("completed");
});

test("recordings are listed, fetched, heard and deleted", async () => {
  const world = await startWorld(({ path }) =>
    path === "/voice"
      ? '<Dial action="/a" record="record-from-answer-dual">+12025550142</Dial>'
      : "<Hangup/>",
  );
  const { callSid } = world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.runUntilIdle();
  const client = createRestClient(world);
  const [recording] = await client.calls(callSid).recordings.list();
  expect(recording).toMatchObject({ channels: 2, duration: "60", source: "DialVerb", status: "completed" });
  expect(await client.recordings.list({ callSid })).toHaveLength(1);
  const authorization = `Basic ${Buffer.from(`${world.accountSid}:${world.authToken}`).toString("base64")}`;
  const media = `${world.url}/2010-04-01/Accounts/${world.accountSid}/Recordings/${recording?.sid}.wav`;
  const response = await fetch(media, { headers: { authorization } });
  const audio = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get("content-type")).toBe("audio/x-wav");
  expect([audio.length, audio.toString("latin1", 0, 4)]).toEqual([44 + 60 * 8000 * 2 * 2, "RIFF"]);
  expect((await fetch(media)).status).toBe(401);
  expect(await client.recordings(recording?.sid ?? "").remove()).toBe(true);
  expect((await fetch(media, { headers: { authorization } })).status).toBe(404);
});

test.each([
  ["account/call", "CallResource", "Calls"],
  ["account/incomingPhoneNumber", "IncomingPhoneNumberResource", "IncomingPhoneNumbers"],
  ["account/recording", "RecordingResource", "Recordings"],
  ["account", "AccountResource", ""],
])("the fields of %s are those that the official client reads", async (file, type, list) => {
  const world = await startWorld(({ path }) =>
    path === "/voice" ? '<Dial action="/a" record="record-from-answer">+12025550142</Dial>' : "<Hangup/>",
  );
  world.simulator.placeCall({ from: callerNumber, to: trackingNumber });
  await world.clock.runUntilIdle();
  const authorization = `Basic ${Buffer.from(`${world.accountSid}:${world.authToken}`).toString("base64")}`;
  const path = `/2010-04-01/Accounts/${world.accountSid}${list === "" ? "" : `/${list}`}.json`;
  const body = (await (await fetch(world.url + path, { headers: { authorization } })).json()) as Record<
    string,
    unknown
  >;
  const resource = list === "" ? body : (Object.values(body).find(Array.isArray) as readonly object[])[0];
  const types = readFileSync(
    createRequire(import.meta.url).resolve(`twilio/lib/rest/api/v2010/${file}.d.ts`),
    "utf8",
  );
  const shape = new RegExp(`interface ${type} \\{(.*?)\\n\\}`, "s").exec(types)?.[1] ?? "";
  const fields = [...shape.matchAll(/^ {4}(\w+):/gm)].map(([, field]) => field);
  expect(new Set(Object.keys(resource ?? {}))).toEqual(new Set(fields));
});
