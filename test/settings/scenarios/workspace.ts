import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openAccount, openStage, phones, type Stage, toWhom } from "#world/open-stage.ts";
import { Refusal } from "#world/client.ts";
import { accountScreening } from "./screening.ts";

/** Mondays from eight to eight on the account's clock. */
const mondays = {
  weekly: { mon: [{ from: "08:00", to: "20:00" }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
  exceptions: [],
};

const makeMondayLine = async (stage: Stage): Promise<string> => {
  const body = {
    name: "On Mondays",
    buyerId: stage.buyers.bolt,
    destination: { kind: "phone", address: phones.spare },
    hours: mondays,
  };
  const { id: targetId } = await stage.client.send("createTarget", { body });
  return (await makeLine(stage, await makeCampaign(stage), [{ targetId }])).number;
};

/** An account that was changed so, and what one sees of it then. */
const byAccount =
  (land: Land, field: string, see: (stage: Pick<Stage, "client">) => Promise<unknown>): Scenario["play"] =>
  async (value) => {
    const on = await openAccount(land);
    await on.client.send("updateAccount", { body: { [field]: value } });
    return see(on);
  };

const accountScenarios = (land: Land): Scenarios => ({
  "updateAccount.body.name": {
    values: ["Acme Marketing", "Bolt Marketing"],
    play: byAccount(land, "name", async ({ client }) => (await client.send("getSession")).account.name),
  },
  "updateAccount.body.timeZone": {
    values: ["America/New_York", "Asia/Tokyo"],
    play: async (timeZone) => {
      const on = await openStage(land);
      await on.client.send("updateAccount", { body: { timeZone } });
      const number = await makeMondayLine(on);
      await land.until(Date.UTC(2026, 0, 5, 17));
      return (await callNumber(on, number)).rang.map(({ phone }) => toWhom(phone));
    },
  },
  "updateAccount.body.currency": {
    values: ["USD", "EUR"],
    play: async (currency) => {
      const on = await openStage(land);
      await on.client.send("updateAccount", { body: { currency } });
      const { number } = await makeLine(on, await makeCampaign(on));
      return (await callNumber(on, number)).shown.money.currency;
    },
  },
  "updateAccount.body.isChecklistHidden": {
    values: [true, false],
    play: byAccount(land, "isChecklistHidden", async ({ client }) => {
      return (await client.send("getChecklist")).isHidden;
    }),
  },
  "updateAccount.body.version": {
    values: [1, 7],
    play: async (version) => {
      const { client } = await openAccount(land);
      const changed = client.send("updateAccount", { body: { name: "Acme", version } });
      await changed.catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== "stale") throw error;
      });
      return (await client.send("getSession")).account.name;
    },
  },
});

const last = Date.UTC(2026, 0, 12, 17);
let turns = 0;

/** Whether calls come by themselves within three minutes. */
const demoTraffic = (land: Land): Scenario => ({
  values: ["running", "paused"],
  play: async (traffic) => {
    const on = await openAccount(land);
    const { client } = on;
    turns += 1;
    // One after the other, when nobody else waits for calls to end.
    await land.until(last + turns * 3_600_000);
    await client.send("loadDemo");
    await client.send("setDemoTraffic", { body: { traffic: "paused" } });
    const [number] = (await client.send("listNumbers")).items;
    await callNumber(on, number?.number ?? "");
    const { count: before } = await client.send("countCalls");
    await client.send("setDemoTraffic", { body: { traffic } });
    await land.world.clock.advance(180_000);
    await client.send("setDemoTraffic", { body: { traffic: "paused" } });
    await land.call([]);
    return (await client.send("countCalls")).count > before;
  },
});

/** What one learns of a test call when it is over. */
const testCall = async (land: Land, body: Record<string, unknown>, digits?: string) => {
  const on = await openStage(land);
  const first = await makeLine(on, await makeCampaign(on));
  const second = await makeLine(on, await makeCampaign(on), [{ targetId: on.targets.spare }]);
  // The carrier knows the numbers once they were called.
  await callNumber(on, first.number);
  await callNumber(on, second.number);
  const numberId = body["number"] === "second" ? second.numberId : first.numberId;
  const given = Object.fromEntries(Object.entries(body).filter(([name]) => name !== "number"));
  const { id, callId } = await on.client.send("placeTestCall", {
    body: { from: "+13105550177", numberId, ...given },
  });
  if (digits !== undefined) await on.client.send("sendTestCallDigits", { params: { id }, body: { digits } });
  await land.call([]);
  const { call } = await on.client.send("getCall", { params: { id: callId } });
  const did = land.world.simulator
    .listEvents(id)
    .flatMap((event) => (event.kind === "does" ? [event.what] : []));
  return { caller: call.caller, target: call.target?.name, seconds: call.connectedSeconds, did };
};

/** A test call to two targets of a campaign, which meet these in turn. */
const meetInTurn = async (land: Land, attempts: readonly unknown[]) => {
  const on = await openStage(land);
  const { number, numberId } = await makeLine(on, await makeCampaign(on), [
    { targetId: on.targets.front, priority: 1 },
    { targetId: on.targets.spare, priority: 2 },
  ]);
  await callNumber(on, number);
  const body = { from: "+13105550177", numberId, script: { attempts } };
  const { callId } = await on.client.send("placeTestCall", { body });
  await land.call([]);
  const { attempts: made } = await on.client.send("getCall", { params: { id: callId } });
  return made.map(({ target, outcome, dialledAt, connectedAt, connectedSeconds }) => ({
    target: target.name,
    outcome,
    rangSeconds: connectedAt && Math.round((Date.parse(connectedAt) - Date.parse(dialledAt)) / 1000),
    connectedSeconds,
  }));
};

const answer = { kind: "answer" };

const attemptScenarios = (land: Land): Scenarios => {
  const path = "placeTestCall.body.script.attempts[]";
  return {
    [`${path}.kind`]: {
      values: ["answer", "busy", "no-answer", "failed"],
      play: (kind) => meetInTurn(land, [{ kind }, answer]),
    },
    [`${path}<answer>.afterSeconds`]: {
      values: [2, 9],
      play: (afterSeconds) => meetInTurn(land, [{ ...answer, afterSeconds }]),
    },
    [`${path}<answer>.talkSeconds`]: {
      values: [15, 40],
      play: (talkSeconds) => meetInTurn(land, [{ ...answer, talkSeconds }]),
    },
  };
};

const testCallScenarios = (land: Land): Scenarios => ({
  "placeTestCall.body.from": {
    values: ["(310) 555-0177", "+13105550178"],
    play: async (from) => (await testCall(land, { from })).caller,
  },
  "placeTestCall.body.numberId": {
    values: ["first", "second"],
    play: async (number) => (await testCall(land, { number })).target,
  },
  "placeTestCall.body.script.hangUpAfterSeconds": {
    values: [null, 20],
    play: async (hangUpAfterSeconds) => (await testCall(land, { script: { hangUpAfterSeconds } })).seconds,
  },
  "sendTestCallDigits.body.digits": {
    values: ["1", "2#"],
    play: async (digits) => (await testCall(land, {}, String(digits))).did,
  },
});

/** The account as a whole, its demonstration and its test calls. */
export const workspaceScenarios = (land: Land): Scenarios => ({
  ...accountScenarios(land),
  ...accountScreening(land),
  "setDemoTraffic.body.traffic": demoTraffic(land),
  ...testCallScenarios(land),
  ...attemptScenarios(land),
});
