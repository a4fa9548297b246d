import { createBuyerBody, createCampaignBody, createTargetBody } from "@ccp/contract";
import { noRepeatRules, type RepeatRules } from "@ccp/engine";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { toTargetRow } from "#http/testing/plan-rows.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { updateBuyer } from "#modules/buyers/update-buyer.ts";
import { cloneCampaign } from "#modules/campaigns/clone-campaign.ts";
import { createCampaign } from "#modules/campaigns/create-campaign.ts";
import { getCampaign } from "#modules/campaigns/get-campaign.ts";
import { updateCampaign } from "#modules/campaigns/update-campaign.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { createTarget } from "#modules/targets/create-target.ts";
import { createSealer } from "#sealing.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { compileBook } from "./compile-book.ts";

const compileDeps = {
  sealer: createSealer([{ id: "k1", secret: "a key for tests only" }]),
  log: pino({ level: "silent" }),
  snapshot: { find: () => undefined },
};

const rules: RepeatRules = {
  spam: { kind: "within", seconds: 30 },
  report: { kind: "days", days: 30 },
  returning: { kind: "original", strict: true },
  anonymous: "fallback",
};
const ever = { kind: "ever" } as const;
const week = { kind: "days", days: 7 } as const;
const duplicates = { window: week, across: "campaign" } as const;
const ofBuyer = { after: "converted", window: ever } as const;
const ofTarget = { after: "connected", window: week } as const;

let database: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  account = await createTestAccount(database.pools);
});

const using = () => ({ pools: database.pools, ctx: account.ctx });

const readBook = async () => {
  const compiled = await withAccount(database.pools.app, account.accountId, (tx) =>
    compileBook(tx, compileDeps),
  );
  return Object.values(compiled?.entry.book.campaigns ?? {});
};

const furnish = async () => {
  const buyer = await createBuyer({ ...using(), input: createBuyerBody.parse({ name: "Acme" }) });
  const target = await createTarget({
    ...using(),
    input: createTargetBody.parse({
      name: "Front desk",
      buyerId: buyer.id,
      destination: { kind: "phone", address: "+12025550142" },
      repeatCallers: ofTarget,
      revenue: { kind: "fixed", micros: "5000000", conversion: { kind: "connected" }, oncePerCaller: ever },
    }),
  });
  const campaign = await createCampaign({
    ...using(),
    input: createCampaignBody.parse({
      name: "Dentists",
      vertical: "healthcare",
      repeats: rules,
      payout: { kind: "fixed", micros: "3000000", due: { kind: "connected" }, duplicates },
    }),
  });
  const items = [toTargetRow({ targetId: target.id })];
  await putPlanRows({ ...using(), input: { id: campaign.plan.id, items, strategies: [], note: "" } });
  return { buyer, target, campaign };
};

test("rules about repeats reach the book as they were written, the buyer's beside the target's", async () => {
  const { buyer } = await furnish();
  await updateBuyer({ ...using(), input: { id: buyer.id, patch: { repeatCallers: ofBuyer } } });
  expect(await readBook()).toMatchObject([
    {
      repeats: rules,
      payout: { kind: "fixed", micros: "3000000", due: { kind: "connected" }, duplicates },
      rows: [{ oncePerCaller: ever, protection: { target: ofTarget, buyer: ofBuyer } }],
    },
  ]);
});

test("a campaign that treats every call alike has nothing of it in its book", async () => {
  const { campaign } = await furnish();
  const patch = { repeats: noRepeatRules };
  expect(await updateCampaign({ ...using(), input: { id: campaign.id, patch } })).toMatchObject(patch);
  const [book] = await readBook();
  expect(book).not.toHaveProperty("repeats");
});

test("a clone takes the rules with it", async () => {
  const { campaign } = await furnish();
  const { id } = await cloneCampaign({ ...using(), input: { id: campaign.id, name: "Dentists again" } });
  expect(await getCampaign({ ...using(), input: { id } })).toMatchObject({
    repeats: rules,
    payout: { duplicates },
  });
});

test("every change of the rules is on the audit trail, with what was before", async () => {
  const { campaign, buyer } = await furnish();
  await updateCampaign({ ...using(), input: { id: campaign.id, patch: { repeats: noRepeatRules } } });
  await updateBuyer({ ...using(), input: { id: buyer.id, patch: { repeatCallers: ofBuyer } } });
  const rows = await withAccount(database.pools.app, account.accountId, async (tx) => {
    const found = await tx.query<{ before: unknown; after: unknown }>(
      "select before, after from audit_log where action = 'update' order by id",
    );
    return found.rows;
  });
  expect(rows).toMatchObject([
    { before: { repeats: rules }, after: { repeats: noRepeatRules } },
    { before: { repeatCallers: null }, after: { repeatCallers: ofBuyer } },
  ]);
});
