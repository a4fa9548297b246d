import type { Scenario, Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import { makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";

const caller = "+12135550142";

const make = async ({ client }: Stage, body: Record<string, unknown> = {}): Promise<string> =>
  (await client.send("createValueList", { body: { name: toUnique("Callers"), text: "1", ...body } })).id;

/** Whom the caller reaches when the front desk takes only callers of the list, and why not the front desk. */
const seeCall = async (stage: Stage, listId: string): Promise<unknown> => {
  const filter = { all: [{ any: [{ tag: "InboundNumber:Number", operator: "in-list", listId }] }] };
  await stage.client.send("updateTarget", { params: { id: stage.targets.front }, body: { filter } });
  const { number: to } = await makeLine(stage, await makeCampaign(stage));
  const [story] = await stage.land.call([{ to, from: caller, account: stage }]);
  return {
    rang: story?.rang.map(({ phone }) => toWhom(phone)),
    why: story?.shown.decisions[0]?.candidates
      .filter(({ verdict }) => verdict === "refused")
      .map(({ sentence }) => withoutSerials(sentence)),
  };
};

const byCall = (
  land: Land,
  values: readonly unknown[],
  write: (stage: Stage, value: unknown) => Promise<string>,
): Scenario => ({
  values,
  play: async (value) => {
    const stage = await openStage(land);
    return seeCall(stage, await write(stage, value));
  },
});

const byVersion = (
  land: Land,
  write: (stage: Stage, id: string, version: unknown) => Promise<unknown>,
): Scenario => ({
  values: [1, 2],
  play: async (version) => {
    const stage = await openStage(land);
    try {
      await write(stage, await make(stage), version);
      return "written";
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  },
});

const names = ["First", "Second"];
const texts = ["(213) 555-0142", "+12025550188"];

/** Value lists, seen by the calls that a filter holds against them. */
export const valueListScenarios = (land: Land): Scenarios => ({
  "createValueList.body.name": byCall(land, names, (stage, name) =>
    make(stage, { name: toUnique(String(name)) }),
  ),
  "createValueList.body.text": byCall(land, texts, (stage, text) => make(stage, { text })),
  "updateValueList.body.name": byCall(land, names, async (stage, name) => {
    const id = await make(stage);
    await stage.client.send("updateValueList", { params: { id }, body: { name: toUnique(String(name)) } });
    return id;
  }),
  "updateValueList.body.status": {
    values: [undefined, "active"],
    play: async (status) => {
      const stage = await openStage(land);
      const id = await make(stage);
      await stage.client.send("archiveValueLists", { body: { ids: [id] } });
      await stage.client.send("updateValueList", { params: { id }, body: { status } });
      return (await stage.client.send("listValueLists")).items.length;
    },
  },
  "updateValueList.body.version": byVersion(land, ({ client }, id, version) =>
    client.send("updateValueList", { params: { id }, body: { name: toUnique("Changed"), version } }),
  ),
  "replaceListValues.body.text": byCall(land, texts, async (stage, text) => {
    const id = await make(stage);
    await stage.client.send("replaceListValues", { params: { id }, body: { text } });
    return id;
  }),
  "replaceListValues.body.version": byVersion(land, ({ client }, id, version) =>
    client.send("replaceListValues", { params: { id }, body: { text: "2", version } }),
  ),
  "archiveValueLists.body.ids[]": {
    values: ["first", "second"],
    play: async (value) => {
      const stage = await openStage(land);
      const lists = { first: await make(stage), second: await make(stage, { text: "1\n2" }) };
      await stage.client.send("archiveValueLists", { body: { ids: [lists[value as keyof typeof lists]] } });
      return (await stage.client.send("listValueLists")).items.map(({ valueCount }) => valueCount);
    },
  },
});
