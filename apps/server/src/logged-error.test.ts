import { pino } from "pino";
import { expect, test } from "vitest";
import { createTwilioClient } from "#carriers/twilio/client.ts";
import { toLoggedError } from "./logged-error.ts";

const logError = (err: unknown): string => {
  const lines: string[] = [];
  const log = pino({ serializers: { err: toLoggedError } }, { write: (line) => lines.push(line) });
  log.warn({ err }, "something failed");
  return lines.join("");
};

test("a carrier that cannot be reached is logged without the token it was asked with", async () => {
  const accountRef = `AC${"0".repeat(32)}`;
  const authToken = "the token of the carrier account";
  const client = createTwilioClient({ accountRef, authToken, baseUrl: "http://127.0.0.1:1" });
  const error: unknown = await client.findCall("CA1").catch((failure: unknown) => failure);
  for (const logged of [logError(error), logError(new AggregateError([error], "twice"))]) {
    expect(logged).toContain("ECONNREFUSED");
    expect(logged).not.toContain(authToken);
    expect(logged).not.toContain(Buffer.from(`${accountRef}:${authToken}`).toString("base64"));
  }
});

test("what failed in the database, and below a cause, can still be read", () => {
  const refused = Object.assign(new Error("duplicate key"), { code: "23505", constraint: "calls_pkey" });
  const logged = logError(new Error("the batch was not booked", { cause: refused }));
  expect(logged).toContain("the batch was not booked: duplicate key");
  expect(logError(refused)).toMatch(/23505.*calls_pkey/);
  expect(logError("no error at all")).toContain("no error at all");
});
