import type { PlanRowInput } from "@ccp/contract";
import { toAvailableMark } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { archiveAgentGroup } from "#modules/agent-groups/archive-agent-group.ts";
import { listAudit } from "#modules/audit/list-audit.ts";
import { compileBook } from "#modules/books/compile-book.ts";
import { getCall } from "#modules/calls/get-call.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { getPlanRows } from "#modules/plans/get-plan-rows.ts";
import { archiveAgent } from "./archive-agent.ts";
import { listAgentEvents } from "./list-agent-events.ts";
import { listAgentStatuses } from "./list-agent-statuses.ts";
import { selectSaid } from "./presence.store.ts";
import { setAgentStatus } from "./set-agent-status.ts";
import { tellPresence } from "./tell-presence.ts";
import { updateAgent } from "./update-agent.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const live = () => ({ capacity: testApp.deps.capacity, now: testApp.deps.clock.now() });

const say = (status: "available" | "away", reason = "", ctx = account.ctx) =>
  setAgentStatus({ ...using(), ...live(), ctx, input: { id: account.ids.agent, status, reason } });

const readStatus = async () => {
  const { items } = await listAgentStatuses({ ...using(), ...live(), input: {} });
  return items.find(({ agentId }) => agentId === account.ids.agent);
};

test("what somebody says of another agent needs a reason, counts at once and stands on the audit trail", async () => {
  expect(await readStatus()).toMatchObject({ status: "away", presenceSince: null });
  await expect(say("available")).rejects.toMatchObject({ details: [{ path: "body.reason" }] });
  expect(await say("available", "Back from lunch")).toMatchObject({ status: "available" });
  expect(await readStatus()).toMatchObject({ status: "available", presence: "available", inUse: 0 });
  const log = await listAudit({ ...using(), input: { limit: 1 } });
  expect(log.items[0]).toMatchObject({
    action: "set-status",
    noun: "agent",
    before: { presence: "away" },
    after: { presence: "available", reason: "Back from lunch" },
  });
});

test("agents set their own status without a reason, whatever their role, and nobody else's", async () => {
  const { user, agent } = account.ids;
  const analyst = { ...account.ctx, role: "analyst" as const };
  await expect(say("away", "Because", analyst)).rejects.toMatchObject({ code: "forbidden" });
  await updateAgent({ ...using(), input: { id: agent, patch: { userId: user } } });
  expect(await say("away", "", analyst)).toMatchObject({ status: "away" });
  await updateAgent({ ...using(), input: { id: agent, patch: { userId: null } } });
});

test("what was said is told again from where it is kept, and comes to the same in any order", async () => {
  await say("away", "Break");
  await say("available", "Back");
  const said = await withAccount(testApp.deps.pools.app, account.accountId, selectSaid);
  const again = createMemoryCapacity(testApp.deps.clock);
  await tellPresence(again, account.accountId, said);
  await tellPresence(again, account.accountId, [
    { agentId: account.ids.agent, presence: "away", at: said[0]?.at ?? 0 },
    ...said.map((each) => ({ ...each, presence: "away" as const, at: each.at - 1 })),
  ]);
  const { at } = await again.readMarks(account.accountId, [toAvailableMark(account.ids.agent)]);
  expect(at).toEqual(said.map((each) => each.at));
});

const agentRow = (agentId: string, skills: string[]): PlanRowInput => ({
  kind: "agent",
  agentId,
  priority: 1,
  weight: 1,
  enabled: true,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  skills,
});

test("rows of agents reach the book without a buyer, and keep their agents and groups from vanishing", async () => {
  const { plan, agent, spareAgent, agentGroup, campaign } = account.ids;
  const tag = account.accountId.slice(0, 8);
  const { agentId: _, ...group } = agentRow("", []) as Extract<PlanRowInput, { kind: "agent" }>;
  await putPlanRows({
    ...using(),
    input: {
      id: plan,
      note: "",
      strategies: [],
      items: [
        agentRow(spareAgent, [`spanish ${tag}`, "Welsh"]),
        { ...group, kind: "agent-group", agentGroupId: agentGroup, priority: 2 },
      ],
    },
  });
  const { items } = await getPlanRows({ ...using(), input: { id: plan } });
  expect(items).toMatchObject([
    { kind: "agent", agent: { id: spareAgent }, skills: [`spanish ${tag}`, "Welsh"] },
    { kind: "agent-group", group: { id: agentGroup, members: [{ id: agent }] } },
  ]);
  const compiled = await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    compileBook(tx, { ...testApp.deps, snapshot: { find: () => undefined } }),
  );
  const book = compiled?.entry.book.campaigns[campaign];
  expect(book?.rows).toMatchObject([
    { targetId: spareAgent, buyerId: null, agent: { lacks: ["Welsh"] }, concurrencyMax: 1 },
    { targetId: agent, buyerId: null, agent: { wrapUpSeconds: 30 }, group: 0, priority: 2 },
  ]);
  expect(book?.groups).toMatchObject([{ id: agentGroup, strategy: "longest-idle" }]);
  await expect(archiveAgent({ ...using(), input: { id: spareAgent } })).rejects.toMatchObject({
    code: "in-use",
  });
  await expect(archiveAgent({ ...using(), input: { id: agent } })).rejects.toMatchObject({ code: "in-use" });
  await expect(archiveAgentGroup({ ...using(), input: { id: agentGroup } })).rejects.toMatchObject({
    code: "in-use",
  });
});

test("a call that an agent took is booked as its own, without money, and shows in its history", async () => {
  const { agent } = account.ids;
  const call = createSampleCall(account.accountId, { agentId: agent });
  const events = [
    ...call.start(),
    call.leg(5_000, "in-progress"),
    call.dialEnded(65_000, 60),
    call.caller(66_000, "completed"),
  ];
  await withAccount(testApp.deps.pools.drain, account.accountId, (tx) => bookEvents(tx, events));
  const { call: shown, attempts } = await getCall({ ...using(), input: { id: call.callId } });
  expect(shown).toMatchObject({
    agent: { id: agent },
    target: null,
    buyer: null,
    converted: false,
    revenueMicros: "0",
    noRevenueReason: "own-agent",
  });
  expect(attempts).toMatchObject([{ kind: "agent", target: { id: agent }, buyer: null }]);
  const { items } = await listAgentEvents({ ...using(), input: { id: agent, limit: 50 } });
  expect(items.filter(({ kind }) => kind === "call")).toMatchObject([
    { callId: call.callId, outcome: "completed", connectedSeconds: 60 },
  ]);
  expect(items.filter(({ kind }) => kind === "presence").length).toBeGreaterThan(2);
});
