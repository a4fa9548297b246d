import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeNumber, type Row, setPlanRows } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";
import { planDraftScenarios } from "./plan-drafts.ts";
import { agentRowScenarios } from "./agent-rows.ts";
import { planRowScenarios } from "./plan-rows.ts";
import { create, type Field } from "./writing.ts";

export const makePlan = (stage: Stage): Promise<string> =>
  create(stage, "createPlan", { name: toUnique("Mornings") }) as Promise<string>;

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** What a call to a campaign comes to that goes by the plan with these rows. */
const callBy = async (stage: Stage, planId: string, rows: readonly Row[]): Promise<Story> => {
  await setPlanRows(stage, planId, rows);
  const { number } = await makeNumber(stage, await makeCampaign(stage, { planId }));
  return callNumber(stage, number);
};

/** By which plan a campaign goes that is told to go by it. */
export const planField: Field = {
  values: ["front", "back"],
  toChange: async (stage, value) => {
    const planId = await makePlan(stage);
    await setPlanRows(stage, planId, [{ targetId: stage.targets[value as "front" | "back"] }]);
    return { planId };
  },
  see: async (stage, id) => tellWho(await callNumber(stage, (await makeNumber(stage, String(id))).number)),
};

/** By which name the routing of a call tells the plan. */
const seeName = async (stage: Stage, planId: string): Promise<unknown> => {
  await setPlanRows(stage, planId, [{ targetId: stage.targets.front }]);
  const { plan } = await stage.client.send("getCampaign", {
    params: { id: await makeCampaign(stage, { planId }) },
  });
  return withoutSerials(plan.name);
};

const listNames = async ({ client }: Stage): Promise<string[]> =>
  (await client.send("listPlans")).items.map(({ name }) => withoutSerials(name));

const nameScenarios = (stage: () => Promise<Stage>): Scenarios => {
  const byName = (write: (on: Stage, name: string) => Promise<string>): Scenario => ({
    values: ["First", "Second"],
    play: async (value) => {
      const on = await stage();
      return seeName(on, await write(on, toUnique(String(value))));
    },
  });
  return {
    "createPlan.body.name": byName((on, name) => create(on, "createPlan", { name }) as Promise<string>),
    "updatePlan.body.name": byName(async (on, name) => {
      const id = await makePlan(on);
      await on.client.send("updatePlan", { params: { id }, body: { name } });
      return id;
    }),
    "updatePlans.body.items[].patch.name": byName(async (on, name) => {
      const id = await makePlan(on);
      await on.client.send("updatePlans", { body: { items: [{ id, patch: { name } }] } });
      return id;
    }),
    "clonePlan.body.name": byName(async (on, name) => {
      const params = { id: await makePlan(on) };
      return (await on.client.send("clonePlan", { params, body: { name } })).id;
    }),
  };
};

/** Whether it is written by whoever has seen this version of the plan. */
const byVersion = (
  stage: () => Promise<Stage>,
  write: (on: Stage, id: string, version: unknown) => Promise<unknown>,
): Scenario => ({
  values: [1, 7],
  play: async (version) => {
    const on = await stage();
    const id = await makePlan(on);
    return write(on, id, version).then(
      () => "written",
      () => "refused",
    );
  },
});

const versionScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "updatePlan.body.version": byVersion(stage, (on, id, version) =>
    on.client.send("updatePlan", { params: { id }, body: { version } }),
  ),
  "updatePlans.body.items[].patch.version": byVersion(stage, (on, id, version) =>
    on.client.send("updatePlans", { body: { items: [{ id, patch: { version } }] } }),
  ),
  "putPlanRows.body.version": byVersion(stage, (on, id, version) =>
    setPlanRows(on, id, [{ targetId: on.targets.front }], { version }),
  ),
});

/** Why, as the plan's versions tell it. */
const byNote = (
  stage: () => Promise<Stage>,
  write: (on: Stage, id: string, note: unknown) => Promise<unknown>,
): Scenario => ({
  values: ["For the weekend", "For the holidays"],
  play: async (note) => {
    const on = await stage();
    const id = await makePlan(on);
    await write(on, id, note);
    const { items } = await on.client.send("listPlanVersions", { params: { id } });
    return items.map((version) => version.note);
  },
});

/** The numbers of a plan's versions as this question lists them; the newest of three was read before. */
const byVersions =
  (stage: () => Promise<Stage>, toQuery: (value: unknown, cursor: string | null) => object) =>
  async (value: unknown) => {
    const on = await stage();
    const params = { id: await makePlan(on) };
    for (const targetId of [on.targets.front, on.targets.back])
      await setPlanRows(on, params.id, [{ targetId }]);
    const { nextCursor } = await on.client.send("listPlanVersions", { params, query: { limit: 1 } });
    const query = { ...toQuery(value, nextCursor) };
    const { items } = await on.client.send("listPlanVersions", { params, query });
    return items.map(({ number }) => number);
  };

const historyScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "putPlanRows.body.note": byNote(stage, (on, id, note) => setPlanRows(on, id, [], { note })),
  "publishPlan.body.note": byNote(stage, async (on, id, note) => {
    await on.client.send("putPlanDraft", { params: { id }, body: { items: [] } });
    await on.client.send("publishPlan", { params: { id }, body: { note } });
  }),
  "listPlanVersions.query.cursor": {
    values: [undefined, "the first page's"],
    play: byVersions(stage, (value, cursor) => (value === undefined ? {} : { cursor })),
  },
  "listPlanVersions.query.limit": { values: [1, 2], play: byVersions(stage, (limit) => ({ limit })) },
});

export const planScenarios = (land: Land): Scenarios => {
  const stage = shareStages(land);
  return {
    ...nameScenarios(stage),
    ...versionScenarios(stage),
    ...historyScenarios(stage),
    ...planRowScenarios(land, { makePlan, callBy, open: openStage }),
    ...agentRowScenarios(land, { makePlan, open: openStage }),
    ...planDraftScenarios(land, { makePlan, callBy }),
    "updatePlans.body.items[].id": {
      values: [0, 1],
      play: async (value) => {
        const on = await openStage(land);
        const made = [await makePlan(on), await makePlan(on)];
        const items = [{ id: made[Number(value)], patch: { name: "Evenings" } }];
        await on.client.send("updatePlans", { body: { items } });
        const { name } = await on.client.send("getPlan", { params: { id: made[0] } });
        return withoutSerials(name);
      },
    },
    "archivePlans.body.ids[]": {
      values: ["One", "Two"],
      play: async (value) => {
        const on = await openStage(land);
        const made = {
          One: await create(on, "createPlan", { name: "One" }),
          Two: await create(on, "createPlan", { name: "Two" }),
        };
        await on.client.send("archivePlans", { body: { ids: [made[value as keyof typeof made]] } });
        return listNames(on);
      },
    },
  };
};
