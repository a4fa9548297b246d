import { afterAll, beforeAll, expect, test } from "vitest";
import { listAuditQuery } from "@ccp/contract";
import { createApiKey } from "#modules/accounts/create-api-key.ts";
import { updateAccount } from "#modules/accounts/update-account.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { exportAudit } from "./export-audit.ts";
import { listAudit } from "./list-audit.ts";

let database: TestDatabase;
let account: TestAccount;
let keyId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  account = await createTestAccount(database.pools);
  const { pools } = database;
  const { ctx } = account;
  keyId = (await createApiKey({ pools, ctx, input: { name: "Importer", role: "manager" } })).id;
  const byKey = { ...ctx, actor: { kind: "api-key", id: keyId } as const };
  await createBuyer({
    pools,
    ctx: byKey,
    input: { name: "100% Dental", status: "active", repeatCallers: null },
  });
  await createPublisher({ pools, ctx, input: { name: "Radio", status: "active" } });
  await updateAccount({ pools, ctx, input: { name: "Renamed" } });
});
afterAll(() => database.drop());

const list = async (query: Record<string, unknown>) => {
  const input = listAuditQuery.parse(query);
  return (await listAudit({ pools: database.pools, ctx: account.ctx, input })).items;
};

const listNouns = async (query: Record<string, unknown>) => (await list(query)).map(({ noun }) => noun);

test("entries name who did it and what it was called", async () => {
  const [entry] = await list({ noun: "buyer" });
  expect(entry).toMatchObject({
    actor: { kind: "api-key", id: keyId, name: "Importer" },
    nounName: "100% Dental",
    action: "create",
  });
  expect((await list({ noun: "account", action: "create" }))[0]).toMatchObject({
    actor: { kind: "system", name: null },
  });
});

test.each([
  [{ noun: "buyer,publisher" }, ["publisher", "buyer"]],
  [{ noun: "!account,api-key,carrier-account" }, ["publisher", "buyer"]],
  [{ actor: "api-key" }, ["buyer"]],
  [{ actor: "!user", noun: "!carrier-account" }, ["buyer", "account"]],
  [{ action: "update" }, ["account"]],
  [{ search: "100%" }, ["buyer"]],
  [{ search: "import" }, ["buyer", "api-key"]],
  [{ to: "2020-01-01T00:00:00Z" }, []],
])("%j finds %j, newest first", async (query, nouns) => {
  expect(await listNouns(query)).toEqual(nouns);
});

test("one actor's entries are found by their id", async () => {
  expect(await listNouns({ actor: `api-key:${keyId}` })).toEqual(["buyer"]);
  expect(await listNouns({ actor: "user:999999" })).toEqual([]);
  expect(listAuditQuery.safeParse({ actor: "nobody" }).success).toBe(false);
});

test("the file holds what the list shows", async () => {
  const input = { ...listAuditQuery.parse({ noun: "buyer" }), columns: ["actor", "nounName"] };
  let text = "";
  for await (const part of exportAudit({ pools: database.pools, ctx: account.ctx, input, now: 0 }))
    text += part;
  expect(text.split(/\r?\n/).slice(1, 3)).toEqual(["Who,Object", "Importer,100% Dental"]);
});
