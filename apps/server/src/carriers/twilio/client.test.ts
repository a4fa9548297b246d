import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { createTwilioClient } from "./client.ts";

const prefix = "/2010-04-01/Accounts/AC1";

const call = {
  sid: "CA1",
  parent_call_sid: null,
  to: "+12025550100",
  status: "completed",
  start_time: "Fri, 20 Aug 2010 01:13:42 +0000",
  end_time: "Fri, 20 Aug 2010 01:14:43 +0000",
  duration: "61",
};
const live = {
  ...call,
  sid: "CA2",
  parent_call_sid: "CA1",
  status: "in-progress",
  end_time: null,
  duration: null,
};
const recording = { sid: "RE1", status: "completed", duration: "60", channels: 2 };

const answers: Readonly<Record<string, object>> = {
  [`GET ${prefix}/Calls/CA1.json`]: call,
  [`GET ${prefix}/Calls.json`]: { calls: [live], next_page_uri: null },
  [`GET ${prefix}/Recordings.json`]: {
    recordings: [recording, { ...recording, sid: "RE2", status: "deleted" }],
    next_page_uri: null,
  },
  [`POST ${prefix}/Calls/CA1.json`]: call,
};

/** A REST API that answers from the table above, and keeps what it was asked. */
const startApi = async () => {
  const asked: string[] = [];
  const sounds: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://api");
    const what = `${request.method} ${url.pathname}`;
    asked.push(`${what}${url.search} ${request.headers.authorization}`);
    if (url.pathname.endsWith(".wav")) {
      response.writeHead(200, { "content-type": "audio/x-wav", "content-length": "8" }).write("RIFF");
      sounds.push(response);
    } else {
      const found = answers[what];
      response.writeHead(found === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(found ?? { status: 404, code: 20404, message: "not found" }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    asked,
    sounds,
    baseUrl,
    client: createTwilioClient({ accountRef: "AC1", authToken: "secret", baseUrl }),
    server,
  };
};

test("reads calls, their children and their recordings in our words", async () => {
  const { client, asked, baseUrl } = await startApi();
  expect(await client.findCall("CA1")).toEqual({
    ref: "CA1",
    parentRef: null,
    to: "+12025550100",
    status: "completed",
    startedAt: Date.UTC(2010, 7, 20, 1, 13, 42),
    endedAt: Date.UTC(2010, 7, 20, 1, 14, 43),
    seconds: 61,
  });
  expect(await client.listChildCalls("CA1")).toMatchObject([
    { ref: "CA2", parentRef: "CA1", status: "in-progress", endedAt: null, seconds: null },
  ]);
  expect(await client.listRecordings("CA1")).toEqual([
    {
      ref: "RE1",
      isVoicemail: false,
      status: "completed",
      url: `${baseUrl}${prefix}/Recordings/RE1`,
      seconds: 60,
      channels: 2,
    },
  ]);
  expect(asked.some((line) => line.includes("ParentCallSid=CA1"))).toBe(true);
  const credentials = Buffer.from("AC1:secret").toString("base64");
  expect(asked.every((line) => line.endsWith(`Basic ${credentials}`))).toBe(true);
});

test("ends calls and hands over a recording's sound while it still comes in", async () => {
  const { client, sounds } = await startApi();
  await client.endCall("CA1");
  const { contentType, sizeBytes, body } = await client.fetchRecording("RE1");
  expect([contentType, sizeBytes]).toEqual(["audio/x-wav", 8]);
  sounds[0]?.end("WAVE");
  expect(await text(body)).toBe("RIFFWAVE");
});

test("a call that the carrier does not know is undefined, a carrier that does not answer is an error", async () => {
  const { client, server } = await startApi();
  expect(await client.findCall("CA9")).toBeUndefined();
  server.closeAllConnections();
  server.close();
  await expect(client.findCall("CA1")).rejects.toThrow();
});
