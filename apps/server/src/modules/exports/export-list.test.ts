import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const download = async (
  id: "exportBuyers" | "exportNumbers" | "exportCampaigns",
  query: Record<string, string>,
) => {
  const response = await sendRequest(testApp.app, id, {
    parts: { query },
    headers: toBearer(account.keys.analyst),
  });
  expect(response.status, response.text).toBe(200);
  const [comment = "", head, ...lines] = response.text.trimEnd().split("\r\n");
  return { response, comment, head, lines };
};

test("a file says its filters, order, zone and time, and has the columns asked for in their order", async () => {
  const { response, comment, head, lines } = await download("exportNumbers", {
    search: "0100",
    status: "!paused",
    columns: "label,number,campaign,createdAt",
  });
  expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(response.headers["content-disposition"]).toMatch(
    /^attachment; filename="numbers-\d{4}-\d\d-\d\d\.csv"$/,
  );
  expect(comment.replace("\uFEFF", "")).toMatch(
    /^# Numbers; sort.*search=0100; status=!paused; times in America\/New_York; money in USD; durations in seconds; made \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
  );
  expect(head).toBe("Label,Number,Campaign,Created");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^Front page \w+,'\+12025550100,Dentists \w+,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
});

test("a file has today's figures beside each noun, and zeros where it had no call", async () => {
  const { lines } = await download("exportCampaigns", { columns: "name,live,day,revenue" });
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^(Dentists|Spare campaign) \w+,\d+,\d+,\d+\.\d\d$/);
});

test("a name that is a formula comes out as text", async () => {
  await createBuyer({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { name: '=HYPERLINK("//x","y")', status: "active", repeatCallers: null },
  });
  const { lines } = await download("exportBuyers", { search: "HYPERLINK", columns: "name" });
  expect(lines).toEqual([`"'=HYPERLINK(""//x"",""y"")"`]);
});

test("a file has every row of many pages once, in the list's order", async () => {
  await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query(
      `insert into buyers (account_id, name, status)
       select $1, 'Row ' || lpad(row::text, 4, '0'), 'active' from generate_series(1, 1203) row`,
      [account.accountId],
    ),
  );
  const { lines } = await download("exportBuyers", { search: "row 0", sort: "-name", columns: "name" });
  const { lines: rest } = await download("exportBuyers", { search: "row 1", columns: "name" });
  expect(lines).toHaveLength(999);
  expect(lines).toEqual(lines.toSorted().toReversed());
  expect(rest).toHaveLength(204);
});
