import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine, setRows } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, phones, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";
import { expectationValues, seeExpectation, seeStrategy, strategyValues } from "./strategy.ts";
import { type Capped, cappedRevenue, seeFirst, toCapFields, toResetScenarios } from "./caps.ts";
import { seeBoth } from "./traffic.ts";
import { create, type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

type Members = readonly { targetId: string; weight?: unknown; enabled?: unknown }[];

const setMembers = ({ client }: Stage, id: unknown, items: Members, version?: unknown) =>
  client.send("putTargetGroupMembers", {
    params: { id },
    body: { items, ...(version !== undefined && { version }) },
  });

const makeGroup = (stage: Stage): Promise<string> =>
  create(stage, "createTargetGroup", { name: toUnique("Desks") }) as Promise<string>;

/** A campaign that asks the group, and the spare desk after it. */
const makeLineTo = async (stage: Stage, groupId: string) =>
  makeLine(stage, await makeCampaign(stage), [
    { groupId, priority: 1 },
    { targetId: stage.targets.spare, priority: 2 },
  ]);

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** What a call to a group with the front desk in it comes to. */
const byCall =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, id) => {
    await setMembers(stage, id, [{ targetId: stage.targets.front }]);
    return tell(await callNumber(stage, (await makeLineTo(stage, String(id))).number));
  };

/** A campaign that asks the group, which has one target, and the front desk after it. */
const makeGroupsLine: Capped["makeLineTo"] = async (stage, groupId) => {
  const destination = { kind: "phone", address: phones.spare };
  const body = { name: toUnique("Desk"), buyerId: stage.buyers.acme, destination, revenue: cappedRevenue };
  const { id: targetId } = await stage.client.send("createTarget", { body });
  await setMembers(stage, groupId, [{ targetId }]);
  return makeLine(stage, await makeCampaign(stage), [
    { groupId: String(groupId), priority: 1 },
    { targetId: stage.targets.front, priority: 2 },
  ]);
};

const capped: Capped = {
  makeLineTo: makeGroupsLine,
  readCaps: async ({ client }, id) => (await client.send("getTargetGroupUsage", { params: { id } })).caps,
  phone: phones.spare,
};

const seeOfGroup: Field["see"] = (stage, id) =>
  seeExpectation(stage, async (items) => {
    await setMembers(stage, id, items);
    return (await makeLineTo(stage, String(id))).number;
  });

const byExpectation = { strategy: "best-expected-revenue" };

const expectationFields: Record<string, Field> = {
  expectation: {
    values: [null, "one hour"],
    toChange: (_stage, value) => ({
      ...byExpectation,
      expectation: value === null ? null : { unit: "hours", count: 30, trainingCalls: 1 },
    }),
    see: seeOfGroup,
  },
  ...Object.fromEntries(
    Object.entries(expectationValues).map(([field, { values, toExpectation }]) => [
      `expectation.${field}`,
      {
        values,
        toChange: (_stage, value) => ({ ...byExpectation, expectation: toExpectation(value) }),
        see: seeOfGroup,
      } satisfies Field,
    ]),
  ),
};

const group: Noun = {
  operations: {
    create: "createTargetGroup",
    update: "updateTargetGroup",
    updateMany: "updateTargetGroups",
  },
  base: () => ({ name: toUnique("Desks") }),
  fields: {
    name: toNameField(byCall(({ shown }) => shown.decisions[0]?.candidates[0]?.group)),
    status: { values: ["active", "paused"], see: byCall(tellWho) },
    concurrencyMax: { values: [null, 1], see: seeBoth(makeGroupsLine) },
    ...toCapFields(capped),
    strategy: {
      values: strategyValues,
      see: (stage, id) =>
        seeStrategy(stage, async (items) => {
          await setMembers(stage, id, items);
          return (await makeLineTo(stage, String(id))).number;
        }),
    },
    ...expectationFields,
  },
};

const listNames = async ({ client }: Stage): Promise<string[]> =>
  (await client.send("listTargetGroups", { query: { status: "active" } })).items.map(({ name }) =>
    withoutSerials(name),
  );

/** Whom a call to a group with these members reaches. */
const seeMembers = async (stage: Stage, items: Members): Promise<string[]> => {
  const id = await makeGroup(stage);
  await setMembers(stage, id, items);
  return tellWho(await callNumber(stage, (await makeLineTo(stage, id)).number));
};

/** Whether most of nine calls ring the front desk when its weight is this. */
const seeWeight = async (stage: Stage, weight: unknown): Promise<boolean> => {
  const { front, back } = stage.targets;
  const id = await makeGroup(stage);
  await setMembers(stage, id, [
    { targetId: front, weight },
    { targetId: back, weight: 30 },
  ]);
  const { number: to } = await makeLineTo(stage, id);
  const stories = await stage.land.call(Array.from({ length: 9 }, () => ({ to, account: stage })));
  return stories.filter((story) => tellWho(story)[0] === "front").length > 4;
};

const memberScenarios = (stage: () => Promise<Stage>): Scenarios => ({
  "putTargetGroupMembers.body.version": {
    values: [1, 7],
    play: async (version) => {
      const on = await stage();
      const id = await makeGroup(on);
      await setMembers(on, id, [{ targetId: on.targets.front }], version).catch(() => undefined);
      return (await on.client.send("getTargetGroupMembers", { params: { id } })).items.length;
    },
  },
  "putTargetGroupMembers.body.items[].targetId": {
    values: ["front", "back"],
    play: async (value) => {
      const on = await stage();
      return seeMembers(on, [{ targetId: on.targets[value as keyof typeof on.targets] }]);
    },
  },
  "putTargetGroupMembers.body.items[].weight": {
    values: [1, 1000],
    play: async (weight) => seeWeight(await stage(), weight),
  },
  "putTargetGroupMembers.body.items[].enabled": {
    values: [true, false],
    play: async (enabled) => {
      const on = await stage();
      return seeMembers(on, [{ targetId: on.targets.front, enabled }]);
    },
  },
});

export const targetGroupScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, group),
  ...toResetScenarios(
    land,
    { update: "updateTargetGroup", reset: "resetTargetGroupCaps", make: makeGroup, version: 3 },
    seeFirst(makeGroupsLine),
  ),
  ...memberScenarios(shareStages(land)),
  "updateTargetGroups.body.items[].id": {
    values: [0, 1],
    play: async (value) => {
      const on = await openStage(land);
      const made = [await makeGroup(on), await makeGroup(on)];
      const items = [{ id: made[Number(value)], patch: { status: "paused" } }];
      await on.client.send("updateTargetGroups", { body: { items } });
      const { campaignId, number } = await makeLineTo(on, made[0] ?? "");
      await setMembers(on, made[0], [{ targetId: on.targets.front }]);
      await setRows(on, campaignId, [{ groupId: made[0] ?? "" }]);
      return tellWho(await callNumber(on, number));
    },
  },
  "archiveTargetGroups.body.ids[]": {
    values: ["One", "Two"],
    play: async (value) => {
      const on = await openStage(land);
      const made = {
        One: await create(on, "createTargetGroup", { name: "One" }),
        Two: await create(on, "createTargetGroup", { name: "Two" }),
      };
      await on.client.send("archiveTargetGroups", { body: { ids: [made[value as keyof typeof made]] } });
      return listNames(on);
    },
  },
  "cloneTargetGroup.body.name": {
    values: ["Desks again", "Desks west"],
    play: async (name) => {
      const on = await openStage(land);
      const id = await makeGroup(on);
      await on.client.send("cloneTargetGroup", { params: { id }, body: { name } });
      return listNames(on);
    },
  },
});
