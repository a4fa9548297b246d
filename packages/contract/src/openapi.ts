import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { api } from "./api.ts";
import { account } from "./account.ts";
import { agentGroup } from "./agent-group.ts";
import { agent } from "./agent.ts";
import { apiKey } from "./api-key.ts";
import { auditEntry } from "./audit.ts";
import { buyer } from "./buyer.ts";
import { callDetail, callSummary } from "./call.ts";
import { campaign } from "./campaign.ts";
import { carrierAccount } from "./carrier-account.ts";
import { demo } from "./demo.ts";
import { apiError } from "./error.ts";
import { numberResource } from "./number.ts";
import { plan, planVersion } from "./plan.ts";
import { publisher } from "./publisher.ts";
import { session } from "./session.ts";
import { targetGroup } from "./target-group.ts";
import { target } from "./target.ts";
import { testCall } from "./test-call.ts";
import { signInLink, user } from "./user.ts";
import { valueList } from "./value-list.ts";

type Json = Record<string, unknown>;

const resources = {
  Account: account,
  Agent: agent,
  AgentGroup: agentGroup,
  ApiError: apiError,
  ApiKey: apiKey,
  AuditEntry: auditEntry,
  Buyer: buyer,
  CallDetail: callDetail,
  CallSummary: callSummary,
  Campaign: campaign,
  CarrierAccount: carrierAccount,
  Demo: demo,
  Number: numberResource,
  Plan: plan,
  PlanVersion: planVersion,
  Publisher: publisher,
  Session: session,
  SignInLink: signInLink,
  Target: target,
  TargetGroup: targetGroup,
  TestCall: testCall,
  User: user,
  ValueList: valueList,
};

const toUpperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Names each schema once: resources by their noun, bodies and other answers by their operation. */
const nameSchemas = (io: "input" | "output") => {
  const registry = z.registry<{ id: string }>();
  if (io === "output") {
    for (const [id, schema] of Object.entries(resources)) registry.add(schema, { id });
  }
  for (const [operation, { body, answer }] of Object.entries<Endpoint>(api)) {
    const answered = "schema" in answer ? answer.schema : undefined;
    const schema = io === "input" ? body : answered;
    if (schema === undefined || registry.has(schema)) continue;
    registry.add(schema, { id: `${toUpperFirst(operation)}${io === "input" ? "Body" : "Answer"}` });
  }
  return registry;
};

const registries = { input: nameSchemas("input"), output: nameSchemas("output") };

const toUri = (id: string): string => `#/components/schemas/${id}`;

const toRef = (schema: z.ZodType, io: "input" | "output"): Json => ({
  $ref: toUri(registries[io].get(schema)?.id ?? ""),
});

const toComponents = (io: "input" | "output"): Json => {
  const { schemas } = z.toJSONSchema(registries[io], { io, uri: toUri, unrepresentable: "any" });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
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
          content: { "application/json": { schema: toRef(answer.schema, "output") } },
        },
        default: errorResponse,
      };
    case "events":
      return {
        200: {
          description: "Server-sent events, each with this document as its data",
          content: { "text/event-stream": { schema: toRef(answer.schema, "output") } },
        },
        default: errorResponse,
      };
    case "csv":
      return {
        200: { description: "The list as comma-separated values", content: { "text/csv": {} } },
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
          required: !endpoint.body.safeParse({}).success,
          content: { "application/json": { schema: toRef(endpoint.body, "input") } },
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
    security: [{ session: [] }, { sessionOverHttps: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: { ...toComponents("input"), ...toComponents("output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "ccp_session" },
        sessionOverHttps: { type: "apiKey", in: "cookie", name: "__Host-ccp_session" },
        apiKey: { type: "http", scheme: "bearer" },
      },
    },
  };
};
