import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";
import { makeAgent, makeAgentGroup, tellWho } from "./agent-rows.ts";
import { create, type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

const setMembers = ({ client }: Stage, id: unknown, agentIds: readonly string[], version?: unknown) =>
  client.send("putAgentGroupMembers", {
    params: { id },
    body: { items: agentIds.map((agentId) => ({ agentId })), ...(version !== undefined && { version }) },
  });

/** A campaign that asks the group, and the spare desk after it. */
const makeLineTo = async (stage: Stage, agentGroupId: string) =>
  makeLine(stage, await makeCampaign(stage), [
    { agentGroupId, priority: 1 },
    { targetId: stage.targets.spare, priority: 2 },
  ]);

/** What a call to a group with one available agent in it comes to. */
const byCall =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, id) => {
    await setMembers(stage, id, [await makeAgent(stage, "ann")]);
    return tell(await callNumber(stage, (await makeLineTo(stage, String(id))).number));
  };

const group: Noun = {
  operations: { create: "createAgentGroup", update: "updateAgentGroup", updateMany: "updateAgentGroups" },
  base: () => ({ name: toUnique("Support") }),
  fields: {
    name: toNameField(byCall(({ shown }) => shown.decisions[0]?.candidates[0]?.group)),
    status: { values: ["active", "paused"], see: byCall(tellWho) },
  },
};

const listNames = async ({ client }: Stage): Promise<string[]> =>
  (await client.send("listAgentGroups", { query: { status: "active" } })).items.map(({ name }) =>
    withoutSerials(name),
  );

const memberScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "putAgentGroupMembers.body.version": {
    values: [1, 7],
    play: async (version) => {
      const on = await stage();
      const id = await create(on, "createAgentGroup", { name: toUnique("Support") });
      await setMembers(on, id, [await makeAgent(on, "ann")], version).catch(() => undefined);
      return (await on.client.send("getAgentGroupMembers", { params: { id } })).items.length;
    },
  },
  "putAgentGroupMembers.body.items[].agentId": {
    values: ["ann", "ben"],
    play: async (who) => {
      const on = await stage();
      const id = await makeAgentGroup(on, [await makeAgent(on, who as "ann" | "ben")]);
      return tellWho(await callNumber(on, (await makeLineTo(on, id)).number));
    },
  },
});

/** Groups of agents, seen by whom calls reach. */
export const agentGroupScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, group),
  ...memberScenarios(shareStages(land)),
  "updateAgentGroups.body.items[].id": {
    values: [0, 1],
    play: async (value) => {
      const on = await openStage(land);
      const member = await makeAgent(on, "ann");
      const made = [await makeAgentGroup(on, [member]), await makeAgentGroup(on, [])];
      const items = [{ id: made[Number(value)], patch: { status: "paused" } }];
      await on.client.send("updateAgentGroups", { body: { items } });
      return tellWho(await callNumber(on, (await makeLineTo(on, made[0] ?? "")).number));
    },
  },
  "archiveAgentGroups.body.ids[]": {
    values: ["One", "Two"],
    play: async (value) => {
      const on = await openStage(land);
      const made = {
        One: await create(on, "createAgentGroup", { name: "One" }),
        Two: await create(on, "createAgentGroup", { name: "Two" }),
      };
      await on.client.send("archiveAgentGroups", { body: { ids: [made[value as keyof typeof made]] } });
      return listNames(on);
    },
  },
});
