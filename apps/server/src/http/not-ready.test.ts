import { apiError } from "@ccp/contract";
import request from "supertest";
import { expect, test } from "vitest";
import { createNotReady } from "./not-ready.ts";

test("before the database is there the API answers as its document says errors are", async () => {
  const { status, body, headers } = await request(createNotReady(() => false)).get("/api/v1/buyers");
  expect([status, body.code]).toEqual([503, "unavailable"]);
  expect(apiError.parse(body).requestId).toBe(headers["x-request-id"]);
});

test("the probes answer before anything else does", async () => {
  await request(createNotReady(() => true))
    .get("/healthz")
    .expect(200, { status: "ok" });
  await request(createNotReady(() => true))
    .get("/readyz?from=balancer")
    .expect(200, { status: "ready" });
  await request(createNotReady(() => false))
    .get("/readyz")
    .expect(503, { status: "not-ready" });
});
