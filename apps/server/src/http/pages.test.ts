import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { api, toOpenApi } from "@ccp/contract";
import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpApp } from "./create-http-app.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

let testApp: TestApp;

beforeAll(async () => {
  testApp = await createTestApp();
});

afterAll(() => testApp.close());

test("the committed API document is what the table says", async () => {
  const committed = await readFile(path.join(import.meta.dirname, "../../../../docs/openapi.json"), "utf8");
  const served = await request(testApp.app).get("/openapi.json").expect(200);
  expect(served.body).toEqual(JSON.parse(JSON.stringify(toOpenApi())));
  expect(JSON.parse(committed), "run npm run openapi").toEqual(served.body);
});

test("the documentation shows every operation and needs no script", async () => {
  const { text, headers } = await request(testApp.app).get("/docs").expect(200);
  for (const id of Object.keys(api)) expect(text).toContain(`id="${id}"`);
  expect(text).not.toContain("<script");
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
});

test("the probes tell that it lives and whether calls may come", async () => {
  let ready = false;
  const app = createHttpApp({ ...testApp.deps, isReady: () => ready });
  await request(app).get("/healthz").expect(200, { status: "ok" });
  await request(app).get("/readyz").expect(503, { status: "not-ready" });
  ready = true;
  await request(app).get("/readyz").expect(200, { status: "ready" });
});

test("an unknown path, broken JSON and too much of it get codes of the closed list", async () => {
  const post = (body: string) =>
    request(testApp.app).post("/api/v1/session").set("content-type", "application/json").send(body);
  const unknown = await request(testApp.app).get("/api/v1/unicorns");
  const broken = await post("{");
  const large = await post(JSON.stringify({ email: "x".repeat(1_100_000) }));
  expect([unknown.status, unknown.body.code]).toEqual([404, "not-found"]);
  expect([broken.status, broken.body.code]).toEqual([400, "invalid"]);
  expect([large.status, large.body.code]).toEqual([413, "too-large"]);
  expect(large.body.message).toBe("The request is larger than the 1048576 bytes that are taken here.");
  const list = await request(testApp.app)
    .post("/api/v1/value-lists")
    .set("content-type", "application/json")
    .send(JSON.stringify({ name: "Zips", text: "x".repeat(6_100_000) }));
  expect([list.body.code, list.body.message]).toEqual([
    "too-large",
    "The request is larger than the 6000000 bytes that are taken here.",
  ]);
});

test("without a database the API says so and the probes go on", async () => {
  const broken = {
    ...testApp.deps.pools.app,
    connect: () => Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" })),
  };
  const app = createHttpApp({ ...testApp.deps, pools: { ...testApp.deps.pools, app: broken } });
  const response = await request(app).get("/api/v1/buyers").set("authorization", "Bearer ccp_live_x");
  expect([response.status, response.body.code]).toEqual([503, "unavailable"]);
  await request(app).get("/healthz").expect(200);
});

test("the console's page answers to every address of its own, and files are kept and compressed", async () => {
  const staticDir = await mkdtemp(path.join(tmpdir(), "console-"));
  await mkdir(path.join(staticDir, "assets"));
  await writeFile(path.join(staticDir, "index.html"), "<!doctype html><title>Console</title>");
  await writeFile(path.join(staticDir, "assets/main-abc.js"), "export {};\n".repeat(500));
  const app = createHttpApp({ ...testApp.deps, staticDir });
  const page = await request(app).get("/calls/some-id").set("accept", "text/html").expect(200);
  expect(page.text).toContain("Console");
  expect(page.headers["cache-control"]).toBe("no-cache");
  const file = await request(app).get("/assets/main-abc.js").expect(200);
  expect(file.headers["cache-control"]).toContain("immutable");
  expect(file.headers["content-encoding"]).toBe("gzip");
  const missing = await request(app).get("/assets/main-old.js").set("accept", "text/html");
  const unknown = await request(app).get("/api/v1/unicorns").set("accept", "text/html");
  expect([missing.body.code, unknown.body.code]).toEqual(["not-found", "not-found"]);
  await rm(staticDir, { recursive: true });
});
