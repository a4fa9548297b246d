import { api, toUrl, type Client, type Endpoint } from "@ccp/contract";
import { ApiFailure, readFailure } from "./errors.ts";

type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

const ask = async (endpoint: Endpoint, input: Input = {}): Promise<unknown> => {
  const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
  const response = await fetch(toUrl(endpoint, input), {
    method: endpoint.method,
    credentials: "same-origin",
    headers: { Accept: "application/json", ...("body" in body && { "Content-Type": "application/json" }) },
    ...body,
  }).catch((error: unknown) => {
    throw new ApiFailure("unreachable", String(error));
  });
  if (!response.ok) throw await readFailure(response);
  return endpoint.answer.kind === "json" ? response.json() : undefined;
};

const operations: Record<string, unknown> = Object.fromEntries(
  Object.entries(api).map(([id, endpoint]) => [id, (input?: Input) => ask(endpoint, input)]),
);

/** One function an operation, typed by the contract; the server parses its answers, so they are taken at their word. */
export const client = operations as Client;

export const recordingUrl = (callId: string, ref: string): string =>
  toUrl(api.getRecordingMedia, { params: { id: callId, ref } });

export const bookedStreamUrl = toUrl(api.streamBookedCalls);

export const testCallStreamUrl = (id: string): string => toUrl(api.streamTestCall, { params: { id } });
