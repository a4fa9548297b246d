import { toUrl, type Client } from "@ccp/contract";
import { ApiFailure, readFailure } from "./errors.ts";
import { operations, type Operation } from "./operations.ts";

type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

const ask = async (operation: Operation, input: Input = {}): Promise<unknown> => {
  const body = input.body === undefined ? {} : { body: JSON.stringify(input.body) };
  const response = await fetch(toUrl(operation, input), {
    method: operation.method,
    credentials: "same-origin",
    headers: { Accept: "application/json", ...("body" in body && { "Content-Type": "application/json" }) },
    ...body,
  }).catch((error: unknown) => {
    throw new ApiFailure("unreachable", String(error));
  });
  if (!response.ok) throw await readFailure(response);
  return operation.answers === "json" ? response.json() : undefined;
};

const askers: Record<string, unknown> = Object.fromEntries(
  Object.entries(operations).map(([id, operation]) => [id, (input?: Input) => ask(operation, input)]),
);

/** One function an operation, typed by the contract; the server parses its answers, so they are taken at their word. */
export const client = askers as Client;

export const recordingUrl = (callId: string, ref: string): string =>
  toUrl(operations.getRecordingMedia, { params: { id: callId, ref } });

export const bookedStreamUrl = toUrl(operations.streamBookedCalls);

export const testCallStreamUrl = (id: string): string => toUrl(operations.streamTestCall, { params: { id } });
