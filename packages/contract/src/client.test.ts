import { expect, expectTypeOf, test } from "vitest";
import { api } from "./api.ts";
import type { Campaign } from "./campaign.ts";
import { type Client, toUrl } from "./client.ts";

test("a client's arguments and answers are inferred from the table", () => {
  expectTypeOf<Client["getCampaign"]>().parameter(0).toEqualTypeOf<{ params: { id: string } }>();
  expectTypeOf<Client["getCampaign"]>().returns.resolves.toEqualTypeOf<Campaign>();
  expectTypeOf<Client["removeNumber"]>().returns.resolves.toEqualTypeOf<undefined>();
  expectTypeOf<Client["listCampaigns"]>().toBeCallableWith();
  expectTypeOf<Client["listCampaigns"]>().toBeCallableWith({ query: { limit: 10 } });
  expectTypeOf<Client["createBuyer"]>().toBeCallableWith({ body: { name: "Acme Dental" } });
});

test("parameters and queries are written into the address, what is undefined is left out", () => {
  expect(toUrl(api.getRecordingMedia, { params: { id: "a", ref: "b/c" } })).toBe(
    "/api/v1/calls/a/recordings/b%2Fc/media",
  );
  expect(toUrl(api.listCalls, { query: { caller: "+1 202", status: undefined, limit: 5 } })).toBe(
    "/api/v1/calls?caller=%2B1%20202&limit=5",
  );
  expect(toUrl(api.getSession)).toBe("/api/v1/session");
});
