import type { PlaceTestCall } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import request from "supertest";
import { createHttpApp } from "#http/create-http-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { toCallId } from "#live/call-id.ts";
import { placeTestCall } from "./place-test-call.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const place = (attempts: PlaceTestCall["script"]["attempts"] = []) =>
  placeTestCall({
    ...using(),
    simulatorUrl: testApp.simulator.url,
    input: {
      from: "(202) 555-0143",
      numberId: account.ids.number,
      script: { hangUpAfterSeconds: 5, attempts },
    },
  });

test("a test call carries the id under which it will be booked", async () => {
  const call = await place();
  expect(call).toMatchObject({ from: "+12025550143", to: "+12025550100", status: "ringing" });
  expect(call.callId).toBe(toCallId({ carrier: "simulator", ...account.carrierAccount }, call.id));
});

test("what each attempt is to meet is told to the carrier, and nothing where nothing is asked for", async () => {
  await place([{ kind: "busy" }, { kind: "answer", afterSeconds: 2, talkSeconds: 90 }]);
  expect(testApp.simulator.placed.at(-1)?.script).toEqual({
    hangsUpAfterSeconds: 5,
    farEndsInTurn: [
      { kind: "busy" },
      { kind: "answer", afterSeconds: 2, talkSeconds: 90, hangsUp: "callee" },
    ],
  });
  await place();
  expect(testApp.simulator.placed.at(-1)?.script).toEqual({ hangsUpAfterSeconds: 5 });
});

test("keys and hang-up reach the caller of that call", async () => {
  const { id } = await place();
  const headers = toBearer(account.keys.manager);
  await sendRequest(testApp.app, "sendTestCallDigits", {
    parts: { params: { id }, body: { digits: "1#" } },
    headers,
  });
  await sendRequest(testApp.app, "hangUpTestCall", { parts: { params: { id } }, headers });
  expect(testApp.simulator.told).toEqual([`${id} digits`, `${id} hangup`]);
});

test("the steps of a call come as a stream that ends with it", async () => {
  const { id } = await place();
  const response = await request(testApp.app)
    .get(`/api/v1/test-calls/${id}/events`)
    .set(toBearer(account.keys.analyst));
  expect(response.headers["content-type"]).toBe("text/event-stream");
  const data = /^data: (.*)$/m.exec(response.text)?.[1] ?? "";
  expect(JSON.parse(data)).toMatchObject({
    sequence: 1,
    kind: "status",
    text: "The caller's line is ringing",
  });
});

test("with a real carrier there are no test calls, and the session says so", async () => {
  const app = createHttpApp({ ...testApp.deps, simulatorUrl: null });
  const headers = toBearer(account.keys.owner);
  const response = await request(app)
    .post("/api/v1/test-calls")
    .set(headers)
    .send({ from: "+12025550143", numberId: account.ids.number });
  expect(response.body.code).toBe("unavailable");
  expect((await request(app).get("/api/v1/session").set(headers)).body.testCalls).toBe(false);
});

test("a simulated carrier that does not answer is a carrier's failure", async () => {
  const app = createHttpApp({ ...testApp.deps, simulatorUrl: "http://127.0.0.1:1" });
  const response = await request(app)
    .get(`/api/v1/test-calls/CA${"0".repeat(32)}`)
    .set(toBearer(account.keys.owner));
  expect([response.status, response.body.code]).toEqual([502, "carrier-failed"]);
});
