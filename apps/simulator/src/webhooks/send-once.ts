import { Agent } from "undici";
import type { Clock } from "#clock.ts";
import type { HttpMethod } from "#world/incoming-number.ts";
import { signRequest, type Params } from "./sign.ts";

/** One HTTP request as the carrier makes it. */
export type Attempt = {
  /** Without the fragment. */
  readonly url: string;
  readonly method: HttpMethod;
  readonly params: Params;
  readonly authToken: string;
  readonly connectTimeoutMs: number;
  readonly timeoutMs: number;
  readonly idempotencyToken?: string;
};

export type AttemptResult =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly contentType: string;
      readonly location?: string;
      readonly body: string;
    }
  | { readonly kind: "no-connection" | "no-answer"; readonly reason: string };

/** Sends requests over kept-alive connections of its own. */
export type Sender = { send(attempt: Attempt): Promise<AttemptResult>; close(): Promise<void> };

const connectionsPerOrigin = 64;

export const createSender = (clock: Clock): Sender => {
  const agents = new Map<number, Agent>();
  const agentFor = (connectTimeoutMs: number): Agent => {
    const known = agents.get(connectTimeoutMs);
    if (known !== undefined) return known;
    const agent = new Agent({
      connections: connectionsPerOrigin,
      connect: { timeout: connectTimeoutMs },
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    agents.set(connectTimeoutMs, agent);
    return agent;
  };
  return {
    send: (attempt) => sendOver(agentFor(attempt.connectTimeoutMs), clock, attempt),
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
};

const sendOver = async (agent: Agent, clock: Clock, attempt: Attempt): Promise<AttemptResult> => {
  const abort = new AbortController();
  const timer = clock.setTimeout(() => {
    abort.abort();
  }, attempt.timeoutMs);
  try {
    const { origin, path, headers, body } = toHttpRequest(attempt);
    const response = await agent.request({
      origin,
      path,
      method: attempt.method,
      headers,
      body,
      signal: abort.signal,
    });
    const text = await response.body.text();
    const location = toText(response.headers["location"]);
    return {
      kind: "answered",
      status: response.statusCode,
      contentType: toText(response.headers["content-type"]) ?? "",
      ...(location === undefined ? {} : { location }),
      body: text,
    };
  } catch (error) {
    return toFailure(error);
  } finally {
    clock.clearTimeout(timer);
  }
};

const toHttpRequest = (attempt: Attempt) => {
  const form = new URLSearchParams(attempt.params).toString();
  const isGet = attempt.method === "GET";
  const joint = attempt.url.includes("?") ? "&" : "?";
  const url = isGet && form !== "" ? attempt.url + joint + form : attempt.url;
  const { origin, pathname, search } = new URL(url);
  return {
    origin,
    path: pathname + search,
    body: isGet ? null : form,
    headers: {
      "user-agent": "CallCenterPro-Simulator/1.0",
      accept: "*/*",
      "x-twilio-signature": signRequest(attempt.authToken, url, isGet ? {} : attempt.params),
      ...(isGet ? {} : { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" }),
      ...(attempt.idempotencyToken === undefined
        ? {}
        : { "i-twilio-idempotency-token": attempt.idempotencyToken }),
    },
  };
};

const toText = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

const connectErrors = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** A connection that breaks before the answer counts as no answer: the request may have been handled. */
const toFailure = (error: unknown): AttemptResult => {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const isConnect = connectErrors.has(code) || code.startsWith("ERR_TLS") || code.startsWith("ERR_SSL");
  return { kind: isConnect ? "no-connection" : "no-answer", reason: code };
};
