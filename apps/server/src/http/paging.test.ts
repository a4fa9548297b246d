import type { EndpointId } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { endpointIds, findEndpoint, sendRequest, toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";
import { type Parts, toValidRequest } from "./testing/valid-requests.ts";

let testApp: TestApp;
let account: FurnishedAccount;

const send = (id: EndpointId, parts: Parts) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.owner) });

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  for (const [value, expiresAt] of [
    ["+12025550171", null],
    ["+12025550172", null],
    ["+12025550173", "2030-01-01T00:00:00Z"],
    ["+12025550174", "9999-12-31T23:59:59Z"],
  ]) {
    const added = await send("createBlockedCaller", { body: { kind: "number", value, expiresAt } });
    expect(added.status).toBe(201);
  }
});
afterAll(() => testApp.close());

const paged = endpointIds.filter(
  (id) => findEndpoint(id).query?.shape["cursor"] !== undefined && findEndpoint(id).answer.kind === "json",
);

const listSorts = (id: EndpointId): (string | undefined)[] => {
  const sort = findEndpoint(id).query?.shape["sort"];
  const options = sort instanceof z.ZodDefault ? sort.unwrap() : sort;
  return options instanceof z.ZodEnum ? options.options.map(String) : [undefined];
};

/** Sorts of calls by something else than their time ask for a range. */
const toQuery = (id: EndpointId, sort: string | undefined) => {
  const from = new Date(Date.now() - 86_400_000).toISOString();
  return { ...(sort && { sort }), ...(id === "listCalls" && { from }) };
};

const readPages = async (id: EndpointId, sort: string | undefined): Promise<unknown[]> => {
  const { params } = toValidRequest(account, id);
  const items: unknown[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, unknown> = { ...toQuery(id, sort), limit: 1, ...(cursor && { cursor }) };
    const { status, body, text } = await send(id, { ...(params && { params }), query });
    expect(status, text).toBe(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null && items.length < 100);
  return items;
};

test.each(paged)("%s gives on its pages what it gives on one, in every order", async (id) => {
  const { params } = toValidRequest(account, id);
  for (const sort of listSorts(id)) {
    const whole = await send(id, { ...(params && { params }), query: { ...toQuery(id, sort), limit: 200 } });
    expect(await readPages(id, sort), sort).toEqual(whole.body.items);
  }
});
