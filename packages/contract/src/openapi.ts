import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { api } from "./api.ts";
import { apiError } from "./error.ts";

type Json = Record<string, unknown>;

const toSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

const toParameters = (schema: z.ZodObject | undefined, place: "path" | "query"): Json[] => {
  if (schema === undefined) return [];
  const { properties, required } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (required ?? []).includes(name),
    schema: property,
  }));
};

const errorResponse: Json = {
  description: "What went wrong, by a closed code",
  content: { "application/json": { schema: { $ref: "#/components/schemas/ApiError" } } },
};

const toResponses = ({ answer }: Endpoint): Json => {
  switch (answer.kind) {
    case "empty":
      return { 204: { description: "Done" }, default: errorResponse };
    case "json":
      return {
        [answer.status]: {
          description: "Done",
          content: { "application/json": { schema: toSchema(answer.schema, "output") } },
        },
        default: errorResponse,
      };
    case "events":
      return {
        200: {
          description: "Server-sent events, each with this document as its data",
          content: { "text/event-stream": { schema: toSchema(answer.schema, "output") } },
        },
        default: errorResponse,
      };
    case "media":
      return {
        200: { description: "The bytes", content: { [answer.contentType]: {} } },
        default: errorResponse,
      };
  }
};

const toOperation = (operationId: string, endpoint: Endpoint): Json => ({
  operationId,
  summary: endpoint.summary,
  tags: [endpoint.noun],
  ...(endpoint.permission === "public" ? { security: [] } : {}),
  parameters: [...toParameters(endpoint.params, "path"), ...toParameters(endpoint.query, "query")],
  ...(endpoint.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { "application/json": { schema: toSchema(endpoint.body, "input") } },
        },
      }),
  responses: toResponses(endpoint),
  "x-permission": endpoint.permission,
});

/** The OpenAPI 3.1 document of the whole table; the same on every run. */
export const toOpenApi = (): Json => {
  const paths: Record<string, Json> = {};
  for (const [id, endpoint] of Object.entries<Endpoint>(api)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: toOperation(id, endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "CallCenter Pro", version: "1" },
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: { ApiError: toSchema(apiError, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "ccp_session" },
        apiKey: { type: "http", scheme: "bearer" },
      },
    },
  };
};
