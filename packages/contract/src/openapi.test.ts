import { expect, test } from "vitest";
import { api } from "./api.ts";
import type { Endpoint } from "./endpoint.ts";
import { toOpenApi } from "./openapi.ts";

const endpoints = Object.entries<Endpoint>(api);

test("no two operations share a method and a path", () => {
  const places = endpoints.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ":")}`);
  expect(new Set(places).size).toBe(places.length);
});

test("each parameter in a path has a schema and each schema stands in the path", () => {
  for (const [id, { path, params }] of endpoints) {
    const named = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    expect(Object.keys(params?.shape ?? {}), id).toEqual(named);
  }
});

// They ask with a body and change nothing, or let people say how they are themselves.
const others = [
  "getCampaignFacts",
  "testDecision",
  "checkTarget",
  "startDryRun",
  "tryFilter",
  "tryPayoutRules",
  "setAgentStatus",
];

test("a read changes nothing: beside what is asked with a body only GET asks for the permission to read", () => {
  for (const [id, { method, permission }] of endpoints) {
    if (method === "GET") expect(permission, id).not.toBe("write");
    if (permission === "read" && !others.includes(id)) expect(method, id).toBe("GET");
  }
});

test("bodies and answers refuse what is not documented", () => {
  for (const [id, { body, query, params }] of endpoints) {
    for (const part of [body, query, params]) {
      if (part !== undefined) expect(part.safeParse({ undocumented: 1 }).success, id).toBe(false);
    }
  }
});

test("the document has every operation once, with braces for parameters and no schema keyword", () => {
  const document = JSON.stringify(toOpenApi());
  for (const [id] of endpoints) expect(document.split(`"operationId":"${id}"`).length, id).toBe(2);
  expect(document).toContain('"/api/v1/campaigns/{id}"');
  expect(document).not.toContain("$schema");
  expect(document).not.toContain("$id");
});

test("every reference in the document has its schema, and nothing is written twice", () => {
  const document = toOpenApi();
  const named = Object.keys((document["components"] as { schemas: object }).schemas);
  const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    (match) => match[1],
  );
  expect([...new Set(referred)].toSorted()).toEqual(named.toSorted());
});
