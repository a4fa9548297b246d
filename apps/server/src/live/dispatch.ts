import type { IncomingMessage, ServerResponse } from "node:http";
import type { CarrierAdapter, RawRequest, WebhookKind } from "#carriers/carrier.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import { refuse, type Answer, type Handler, type LiveParts, type Webhook } from "./live-parts.ts";
import { readBody } from "./read-body.ts";
import type { CarrierAccountEntry, Snapshot } from "./snapshot/snapshot.ts";
import { handleMessageTaken } from "./message-taken.ts";
import { handleRecording, handleVoicemail } from "./recording.ts";
import { handleStatus } from "./status.ts";
import { handleStep } from "./step.ts";
import { handleVoice } from "./voice.ts";

export type DispatchOptions = {
  parts: LiveParts;
  snapshot: Snapshot;
  adapters: readonly CarrierAdapter[];
  /** Whose webhooks are taken, in the order in which an account ref is looked up. */
  carriers: readonly CarrierAccountEntry["carrier"][];
  /** False until the live state is restored and this process holds it. */
  isReady: () => boolean;
  /** Requests worked on at once; a caller is answered up to this, a callback up to half of it. */
  inFlightMax: number;
};

type Route = { adapter: CarrierAdapter; handle: Handler; isCallerWaiting: boolean };

const bodyLimits = { bytesMax: 64 * 1024, timeoutMs: 5_000 };

const handlers: Readonly<Record<WebhookKind, Handler>> = {
  voice: handleVoice,
  step: handleStep,
  status: handleStatus,
  recording: handleRecording,
  voicemail: handleVoicemail,
  "message-taken": handleMessageTaken,
};

const toRoutes = (adapters: readonly CarrierAdapter[]): ReadonlyMap<string, Route> => {
  const routes = new Map<string, Route>();
  for (const adapter of adapters) {
    for (const [kind, handle] of Object.entries(handlers)) {
      const isCallerWaiting = ["voice", "step", "message-taken"].includes(kind);
      routes.set(`/carriers/${adapter.name}/${kind}`, { adapter, handle, isCallerWaiting });
    }
  }
  return routes;
};

const send = (response: ServerResponse, { status, contentType, body }: Answer): void => {
  if (response.destroyed) return;
  // What is still to come of such a request is not worth waiting for.
  if (status === 408 || status === 413) response.shouldKeepAlive = false;
  if (contentType === null) {
    response.writeHead(status, { "Content-Length": 0 }).end();
    return;
  }
  const length = Buffer.byteLength(body);
  response.writeHead(status, { "Content-Type": contentType, "Content-Length": length });
  // Text without a character beyond ASCII is the same bytes in both, and Node writes this one by mere copying.
  response.end(body, length === body.length ? "latin1" : "utf8");
};

const listTokens = ({ authTokens, formerToken }: CarrierAccountEntry, at: number): readonly string[] =>
  formerToken === undefined || formerToken.until <= at ? authTokens : [...authTokens, formerToken.token];

const findWebhook = (
  { parts, snapshot, carriers }: DispatchOptions,
  adapter: CarrierAdapter,
  request: RawRequest,
): Webhook | Answer => {
  const { tally, publicUrl, clock } = parts;
  const form = adapter.readForm(request.body);
  if (form === undefined) return refuse(tally, 400, "junk.no-form");
  const accountRef = adapter.findAccountRef(form);
  if (accountRef === undefined) return refuse(tally, 403, "forged.no-account");
  for (const carrier of carriers) {
    const found = snapshot.findByCarrierRef(carrier, accountRef);
    if (found === undefined) continue;
    const tokens = listTokens(found.carrierAccount, clock.now());
    const verdict = adapter.verify(request, form, publicUrl, tokens);
    if (verdict.kind === "forged") return refuse(tally, 403, `forged.${verdict.reason}`);
    const { entry, carrierAccount } = found;
    return { adapter, url: request.url, form, entry, carrierAccount };
  }
  return refuse(tally, 403, "forged.unknown-account");
};

const bodyFaults = { "too-large": 413, "too-slow": 408, aborted: 400 } as const;

const answer = async (
  options: DispatchOptions,
  { adapter, handle }: Route,
  request: IncomingMessage,
): Promise<Answer> => {
  const { parts } = options;
  const { method = "", url = "", rawHeaders } = request;
  try {
    const read = await readBody(request, parts.clock, bodyLimits);
    if (read.kind !== "read") return refuse(parts.tally, bodyFaults[read.kind], `unread.${read.kind}`);
    const webhook = findWebhook(options, adapter, { method, url, rawHeaders, body: read.body });
    return "status" in webhook ? webhook : await handle(parts, webhook);
  } catch (error) {
    if (error instanceof JournalRefusedError) return refuse(parts.tally, 503, "refused.journal");
    parts.log.error({ err: error, url: url.split("?")[0] }, "a webhook could not be handled");
    return refuse(parts.tally, 500, "failed");
  }
};

/**
 * Serves the live paths straight from the HTTP server, before any middleware; false when the path is none of them.
 * What cannot be served is refused at once, so that the carrier tries again or turns to its fallback.
 */
export const createDispatch = (options: DispatchOptions) => {
  const { parts, isReady, inFlightMax } = options;
  const routes = toRoutes(options.adapters);
  let inFlight = 0;
  const idlers: (() => void)[] = [];

  const serve = async (route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    inFlight += 1;
    try {
      send(response, await answer(options, route, request));
    } finally {
      inFlight -= 1;
      if (inFlight === 0) for (const resolve of idlers.splice(0)) resolve();
    }
  };

  const refuseAtOnce = (route: Route, { method }: IncomingMessage): Answer | undefined => {
    if (method !== "POST") return refuse(parts.tally, 405, "unread.method");
    if (!isReady()) return refuse(parts.tally, 503, "refused.not-ready");
    const isFull = inFlight >= (route.isCallerWaiting ? inFlightMax : inFlightMax / 2);
    return isFull ? refuse(parts.tally, 503, "refused.overload") : undefined;
  };

  return {
    handle: (request: IncomingMessage, response: ServerResponse): boolean => {
      const url = request.url ?? "";
      const queryStart = url.indexOf("?");
      const route = routes.get(queryStart === -1 ? url : url.slice(0, queryStart));
      if (route === undefined) return false;
      const refusal = refuseAtOnce(route, request);
      if (refusal === undefined) void serve(route, request, response);
      else {
        request.resume();
        send(response, refusal);
      }
      return true;
    },
    inFlight: () => inFlight,
    /** Resolves when no request is under way. */
    idle: (): Promise<void> =>
      inFlight === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve)),
  };
};
