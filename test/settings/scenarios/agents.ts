import { randomUUID } from "node:crypto";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, phones, type Stage, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";
import { makeAgent, say, tellVerdict, tellWho } from "./agent-rows.ts";
import { create, type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

/** A campaign that asks the agent, and the front desk after it. */
const makeLineTo = (skills: readonly string[]) => async (stage: Stage, id: unknown) =>
  makeLine(stage, await makeCampaign(stage), [
    { agentId: String(id), priority: 1, skills },
    { targetId: stage.targets.front, priority: 2 },
  ]);

/** What a call to the agent comes to once it is available. */
const byCall =
  (tell: (story: Story) => unknown, skills: readonly string[] = []): Field["see"] =>
  async (stage, id) => {
    await say(stage, id, "available");
    return tell(await callNumber(stage, (await makeLineTo(skills)(stage, id)).number));
  };

const toDestination = (kind: "phone" | "sip", address: unknown) => ({ destination: { kind, address } });

const fields: Noun["fields"] = {
  name: toNameField(byCall(({ shown }) => shown.call.agent?.name)),
  status: { values: ["active", "paused"], see: byCall(tellWho) },
  "destination.kind": {
    values: ["phone", "sip"],
    toChange: (_stage, kind) =>
      kind === "phone" ? toDestination("phone", phones.ann) : toDestination("sip", "sip:ann@pbx.example.com"),
    see: byCall(tellWho),
  },
  "destination<phone>.address": {
    values: ["(212) 555-0114", "(212) 555-0115"],
    toChange: (_stage, address) => toDestination("phone", address),
    see: byCall(tellWho),
  },
  "destination<sip>.address": {
    values: ["sip:ann@pbx.example.com", "sip:ben@pbx.example.com"],
    toChange: (_stage, address) => toDestination("sip", address),
    see: byCall(tellWho),
  },
  "skills[]": {
    values: ["Spanish", "French"],
    toChange: (_stage, skill) => ({ skills: [skill] }),
    see: byCall(tellVerdict, ["Spanish"]),
  },
  wrapUpSeconds: {
    values: [0, 3600],
    see: async (stage, id) => {
      await say(stage, id, "available");
      const { number } = await makeLineTo([])(stage, id);
      return [tellWho(await callNumber(stage, number)), tellWho(await callNumber(stage, number))];
    },
  },
  callsAtOnce: {
    values: [1, 2],
    see: async (stage, id) => {
      await say(stage, id, "available");
      const { number: to } = await makeLineTo([])(stage, id);
      const stories = await stage.land.call([
        { to, account: stage },
        { to, account: stage },
      ]);
      return stories.map((story) => tellWho(story).join(", ")).toSorted((a, b) => a.localeCompare(b));
    },
  },
  userId: {
    values: [null, "somebody"],
    toChange: async ({ client }, value) => {
      if (value === null) return { userId: null };
      const body = { name: "Ann", email: `ann.${randomUUID()}@acme.example` };
      return { userId: (await client.send("createUser", { body })).user.id };
    },
    see: async ({ client }, id) => (await client.send("getAgent", { params: { id } })).user?.name,
  },
};

const agent: Noun = {
  operations: { create: "createAgent", update: "updateAgent", updateMany: "updateAgents" },
  base: () => ({ name: toUnique("Ann"), ...toDestination("phone", phones.ann) }),
  fields,
};

const toNamed = (name: string) => ({ name, ...toDestination("phone", phones.ann) });

const listNames = async ({ client }: Stage): Promise<string[]> =>
  (await client.send("listAgents", { query: { status: "active" } })).items.map(({ name }) =>
    withoutSerials(name),
  );

const statusScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "setAgentStatus.body.status": {
    values: ["available", "away"],
    play: async (status) => {
      const on = await stage();
      const id = await makeAgent(on, "ann");
      await say(on, id, status);
      return tellWho(await callNumber(on, (await makeLineTo([])(on, id)).number));
    },
  },
  "setAgentStatus.body.reason": {
    values: ["Lunch", "Training"],
    play: async (reason) => {
      const on = await stage();
      const id = await makeAgent(on, "ann");
      await say(on, id, "away", reason);
      const { items } = await on.client.send("listAgentEvents", { params: { id } });
      return items.map((event) => (event.kind === "presence" ? event.reason : event.kind));
    },
  },
  "listAgentEvents.query.limit": {
    values: [1, 2],
    play: async (limit) => {
      const on = await stage();
      const id = await makeAgent(on, "ann");
      await say(on, id, "away");
      return (await on.client.send("listAgentEvents", { params: { id }, query: { limit } })).items.length;
    },
  },
  "listAgentEvents.query.cursor": {
    values: [undefined, "the first page's"],
    play: async (value) => {
      const on = await stage();
      const id = await makeAgent(on, "ann");
      await say(on, id, "away");
      const ask = (query: Record<string, unknown>) =>
        on.client.send("listAgentEvents", { params: { id }, query: { limit: 1, ...query } });
      const first = await ask({});
      const { items } = value === undefined ? first : await ask({ cursor: first.nextCursor });
      return items.map((event) => (event.kind === "presence" ? event.presence : event.kind));
    },
  },
  "listAgentStatuses.query.agentId": {
    values: ["ann", "!ann", "ann,ben"],
    play: async (who) => {
      const { land } = await stage();
      const on = await openStage(land);
      const ann = await makeAgent(on, "ann");
      const ben = await makeAgent(on, "ben");
      await say(on, ben, "away");
      const query = { agentId: String(who).replace("ann", ann).replace("ben", ben) };
      const { items } = await on.client.send("listAgentStatuses", { query });
      return items.map(({ status }) => status).toSorted((one, other) => one.localeCompare(other));
    },
  },
});

/** Agents, seen by whom calls reach. */
export const agentScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, agent),
  ...statusScenarios(shareStages(land)),
  "updateAgents.body.items[].id": {
    values: [0, 1],
    play: async (value) => {
      const on = await openStage(land);
      const made = [await makeAgent(on, "ann"), await makeAgent(on, "ben")];
      const items = [{ id: made[Number(value)], patch: { status: "paused" } }];
      await on.client.send("updateAgents", { body: { items } });
      return tellWho(await callNumber(on, (await makeLineTo([])(on, made[0])).number));
    },
  },
  "archiveAgents.body.ids[]": {
    values: ["One", "Two"],
    play: async (value) => {
      const on = await openStage(land);
      const made = {
        One: await create(on, "createAgent", toNamed("One")),
        Two: await create(on, "createAgent", toNamed("Two")),
      };
      await on.client.send("archiveAgents", { body: { ids: [made[value as keyof typeof made]] } });
      return listNames(on);
    },
  },
});
