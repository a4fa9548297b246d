import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Request, toBytes } from "./http-load.ts";

const root = path.join(import.meta.dirname, "../..");
const apiKey = `ccp_live_${randomBytes(4).toString("hex")}_${randomBytes(19).toString("hex")}`;
export const accountSid = `AC${randomBytes(16).toString("hex")}`;
const authToken = randomBytes(16).toString("hex");
/** Numbers that belong to nobody, of all areas: most calls are their caller's first. */
const drawCaller = (): string => `+1${randomInt(201, 990)}55501${String(randomInt(100)).padStart(2, "0")}`;

export type BenchServer = { pid: number; port: number; dataDir: string; stop(): Promise<void> };

export const freePort = async (): Promise<number> => {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
};

const untilReady = async (port: number, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const stopChild = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

/** The product as it is shipped, on an empty data folder, with one account and one carrier account. */
export const startServer = async (): Promise<BenchServer> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "ccp-bench-"));
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, "apps/server/dist/main.js")], {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: process.env["HOME"] ?? "",
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      CARRIER: "twilio",
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      CCP_INIT_ACCOUNT: "Bench",
      CCP_INIT_EMAIL: "bench@example.com",
      CCP_INIT_PASSWORD: randomBytes(12).toString("hex"),
      CCP_INIT_API_KEY: apiKey,
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilReady(port, child);
  return {
    pid: child.pid ?? 0,
    port,
    dataDir,
    stop: async () => {
      await stopChild(child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** Calls the API as a script would; throws with the server's own words when it refuses. */
export const callApi = async <T>(
  port: number,
  method: string,
  apiPath: string,
  body?: unknown,
): Promise<T> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${apiPath}`, {
    method,
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${apiPath}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** A campaign of `candidates` targets with limits that are never reached, and the number that leads to it. */
export const setUpCampaign = async (port: number, candidates: number, dialled: string): Promise<void> => {
  const carriers = await callApi<{ items: { id: number }[] }>(port, "GET", "/carrier-accounts");
  const buyer = await callApi<{ id: number }>(port, "POST", "/buyers", { name: `Buyer of ${candidates}` });
  const campaign = await callApi<{ id: string; plan: { id: string } }>(port, "POST", "/campaigns", {
    name: `Bench ${candidates}`,
    vertical: "other",
    ringTimeoutSeconds: 300,
  });
  const items: { kind: "target"; targetId: string; priority: number; weight: number }[] = [];
  for (let index = 0; index < candidates; index += 1) {
    const target = await callApi<{ id: string }>(port, "POST", "/targets", {
      buyerId: buyer.id,
      name: `Target ${index} of ${candidates}`,
      destination: { kind: "phone", address: `+1202555${String(1000 + index)}` },
      concurrencyMax: 10_000,
      revenue: {
        kind: "fixed",
        micros: "25000000",
        conversion: { kind: "length", seconds: 60, from: "connection" },
      },
    });
    items.push({ kind: "target", targetId: target.id, priority: 1 + (index % 4), weight: 1 + (index % 3) });
  }
  await callApi(port, "PUT", `/plans/${campaign.plan.id}/rows`, { items });
  await callApi(port, "POST", "/numbers", {
    carrierAccountId: carriers.items[0]?.id,
    number: dialled,
    label: `Bench ${candidates}`,
    campaignId: campaign.id,
  });
};

const place = (prefix: string, number: string) => ({
  [prefix]: number,
  [`${prefix}City`]: "SPRINGFIELD",
  [`${prefix}State`]: "IL",
  [`${prefix}Zip`]: "62701",
  [`${prefix}Country`]: "US",
});

const toVoiceForm = (dialled: string, caller: string): Record<string, string> => ({
  ...place("From", caller),
  ...place("To", dialled),
  ...place("Caller", caller),
  ...place("Called", dialled),
  AccountSid: accountSid,
  ApiVersion: "2010-04-01",
  CallSid: `CA${randomBytes(16).toString("hex")}`,
  CallStatus: "ringing",
  CallToken: randomBytes(40).toString("base64"),
  Direction: "inbound",
  StirVerstat: "TN-Validation-Passed-A",
});

/** A genuine voice webhook of a new call, 27 fields, signed for `publicPort`, ready to send to any port. */
export const makeVoiceWebhook = (publicPort: number, dialled: string): Buffer => {
  const path = "/carriers/twilio/voice";
  const form = toVoiceForm(dialled, drawCaller());
  const signed = Object.keys(form)
    .sort()
    .reduce((text, name) => text + name + (form[name] ?? ""), `http://127.0.0.1:${publicPort}${path}`);
  const request: Request = {
    path,
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": createHmac("sha1", authToken).update(signed).digest("base64"),
      "user-agent": "TwilioProxy/1.1",
      accept: "*/*",
    },
    body: new URLSearchParams(form).toString(),
  };
  return toBytes(request, `127.0.0.1:${publicPort}`);
};
