import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Placed = {
  callSid: string;
  accountSid: string;
  from: string;
  to: string;
  script: object;
  status: string;
};

export type FakeSimulator = {
  url: string;
  /** Keys pressed and hang-ups, as `sid what`. */
  told: string[];
  /** In the order in which they were placed. */
  placed: Placed[];
  close(): Promise<void>;
};

const readJson = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
};

const sendEvents = (response: ServerResponse, { callSid }: Placed): void => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const event = { at: 1_767_225_600_000, legSid: callSid, kind: "status", status: "ringing" };
  const message = `event: status\ndata: ${JSON.stringify(event)}\n\n`;
  // In two pieces, as networks do.
  response.write(message.slice(0, 20));
  response.end(`${message.slice(20)}event: end\ndata: {}\n\n`);
};

/** The control interface of the simulated carrier, as far as the test-call page needs it. */
export const startFakeSimulator = async (): Promise<FakeSimulator> => {
  const calls = new Map<string, Placed>();
  const told: string[] = [];
  const placed: Placed[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, , , sid, what] = (request.url ?? "").split("/");
    const body = await readJson(request);
    if (sid === undefined) {
      const callSid = `CA${randomBytes(16).toString("hex")}`;
      const { accountSid, from, to, script } = body as Omit<Placed, "callSid" | "status">;
      const call = { callSid, accountSid, from, to, script, status: "ringing" };
      calls.set(callSid, call);
      placed.push(call);
      response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify({ callSid }));
      return;
    }
    const call = calls.get(sid);
    if (call === undefined) response.writeHead(404).end();
    else if (what === "events") sendEvents(response, call);
    else if (what === undefined) {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(call));
    } else {
      told.push(`${sid} ${what}`);
      if (what === "hangup") call.status = "completed";
      response.writeHead(204).end();
    }
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    told,
    placed,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};
