import type { IncomingMessage } from "node:http";
import { api, type Endpoint, type EndpointId, toUrl } from "@ccp/contract";
import type { Express } from "express";
import request, { type Response } from "supertest";
import type { Parts } from "./valid-requests.ts";

export const endpointIds = Object.keys(api) as EndpointId[];

export const findEndpoint = (id: EndpointId): Endpoint => api[id];

/** Sends one operation of the table. Of a stream only the head is awaited. */
export const sendRequest = (
  app: Express,
  id: EndpointId,
  { parts, headers }: { parts: Parts; headers: Record<string, string> },
): Promise<Response> => {
  const endpoint = findEndpoint(id);
  const method = endpoint.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
  const sent = request(app)[method](toUrl(endpoint, parts)).set(headers);
  if (parts.body !== undefined) sent.send(parts.body);
  if (endpoint.answer.kind === "events") {
    sent.buffer(true).parse((response, done) => {
      const stream = response as unknown as IncomingMessage;
      let text = "";
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (stream.headers["content-type"] === "text/event-stream") stream.destroy();
      });
      stream.on("close", () => done(null, text.startsWith("{") ? JSON.parse(text) : text));
    });
  }
  return Promise.resolve(sent);
};

export const toBearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
