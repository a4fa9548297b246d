import { afterEach, expect, test } from "vitest";
import { createActivity } from "#activity.ts";
import { createManualClock } from "#manual-clock.ts";
import { startCustomer, type Customer, type CustomerAnswer } from "#testing/customer.ts";
import { deliver, type Delivered } from "./deliver.ts";
import { createSender } from "./send-once.ts";

const customers: Customer[] = [];
afterEach(async () => {
  for (const customer of customers.splice(0)) await customer.close();
});

/** Delivers one request, with time passing as fast as it may. */
const send = async (toUrl: (base: string) => string, answers: readonly CustomerAnswer[]) => {
  const waiting = [...answers];
  const customer = await startCustomer(() => waiting.shift() ?? "");
  customers.push(customer);
  const clock = createManualClock({ startAt: 0, quantumMs: 0 });
  const sender = createSender(clock);
  const activity = createActivity(() => {});
  let result: Delivered | undefined;
  let tokens = 0;
  clock.setTimeout(async () => {
    activity.start(async () => {
      result = await deliver(clock, sender, {
        endpoint: { url: toUrl(customer.url), method: "POST" },
        params: { CallSid: "CA1" },
        authToken: "token",
        activity,
        retryPauseMs: 1000,
        toIdempotencyToken: () => `token-${++tokens}`,
      });
    });
    await activity.idle();
  }, 0);
  await clock.advanceUntil(() => result !== undefined, 60_000);
  await sender.close();
  return { result, customer, elapsedMs: clock.now() };
};

test("a refusal is not retried unless the fragment asks for it", async () => {
  const plain = await send((base) => `${base}/a`, [{ status: 500 }]);
  expect(plain.result).toMatchObject({ kind: "answered", status: 500 });
  expect(plain.customer.received).toHaveLength(1);
  const asked = await send(
    (base) => `${base}/a#rc=3&rp=5xx`,
    [{ status: 500 }, { status: 502 }, { status: 204 }],
  );
  expect(asked.result).toMatchObject({ kind: "answered", status: 204 });
  expect(asked.customer.received.map(({ idempotencyToken }) => idempotencyToken)).toEqual([
    undefined,
    "token-1",
    "token-2",
  ]);
  expect(asked.customer.received[0]?.url).not.toContain("rc=3");
});

test("retries end with their count", async () => {
  const { result, customer } = await send(
    (base) => `${base}/a#rc=2&rp=all`,
    [{ status: 404 }, { status: 404 }, { status: 404 }],
  );
  expect(result).toMatchObject({ kind: "answered", status: 404 });
  expect(customer.received).toHaveLength(3);
});

test("a connection that is refused is tried once more by default", async () => {
  const { result, elapsedMs } = await send(() => "http://127.0.0.1:9/a", []);
  expect(result).toMatchObject({ kind: "failed", code: 11_205 });
  expect(elapsedMs).toBe(1000);
});

test("redirects are followed, a POST becoming a GET but for 307", async () => {
  const kept = await send((base) => `${base}/a`, [{ status: 307, location: "/b" }, "<Hangup/>"]);
  expect(kept.customer.received.map(({ method }) => method)).toEqual(["POST", "POST"]);
  const lost = await send((base) => `${base}/a`, [{ status: 302, location: "/b" }, "<Hangup/>"]);
  expect(lost.customer.received.map(({ method, params }) => [method, params["CallSid"]])).toEqual([
    ["POST", "CA1"],
    ["GET", undefined],
  ]);
});

test("an unknown retry policy and an address that is none fail by themselves", async () => {
  expect((await send((base) => `${base}/a#rp=now`, [])).result).toMatchObject({
    kind: "failed",
    code: 11_243,
  });
  expect((await send(() => "nonsense", [])).result).toMatchObject({ kind: "failed", code: 11_100 });
});
