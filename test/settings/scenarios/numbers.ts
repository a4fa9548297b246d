import { randomBytes } from "node:crypto";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeNumber, setRows } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import { type Field, type Noun, toFieldScenarios } from "./writing.ts";

/** What a call to the number comes to. */
const byCall =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, id) => {
    const { number } = await stage.client.send("getNumber", { params: { id } });
    return tell(await callNumber(stage, number));
  };

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** A campaign that asks the front desk and pays the publisher. */
const makeFrontCampaign = async (stage: Stage, who: "front" | "spare" = "front"): Promise<string> => {
  const id = await makeCampaign(stage, {
    payout: { kind: "fixed", micros: "3000000", due: { kind: "connected" } },
  });
  await setRows(stage, id, [{ targetId: stage.targets[who] }]);
  return id;
};

/** Where numbers are that do not ring here: an account of the real carrier, which is never asked. */
const connectElsewhere = async ({ client }: Stage): Promise<number> => {
  const { items } = await client.send("listCarrierAccounts");
  const known = items.find(({ carrier }) => carrier === "twilio");
  if (known !== undefined) return known.id;
  const secrets = { accountRef: `AC${randomBytes(16).toString("hex")}`, authToken: "0".repeat(32) };
  return (await client.send("createCarrierAccount", { body: { name: toUnique("Real"), ...secrets } })).id;
};

/** Whether a test call can dial it, which takes the simulated carrier. */
const seeTestNumber: Field["see"] = async ({ client }, id) => {
  const { items } = await client.send("listTestNumbers");
  return items.some((item) => item.id === id);
};

const fields: Noun["fields"] = {
  number: {
    values: ["of New York", "of London"],
    toChange: ({ land }, value) => {
      const number = land.takeNumber();
      return { number: value === "of New York" ? number : `+44${number.slice("+1".length)}` };
    },
    see: async ({ client }, id) => {
      const { number } = await client.send("getNumber", { params: { id } });
      const { items } = await client.send("search", { query: { q: number.slice(-10) } });
      return items.map(({ title }) => title.replace(/\d{10}$/, ""));
    },
  },
  carrierAccountId: {
    values: ["simulated", "real"],
    toChange: async (stage, value) =>
      value === "simulated" ? {} : { carrierAccountId: await connectElsewhere(stage) },
    see: seeTestNumber,
  },
  label: { values: ["Front page", "Back page"], see: byCall(({ shown }) => shown.call.number?.name) },
  status: { values: ["active", "paused"], see: byCall(tellWho) },
  campaignId: {
    values: [null, "another"],
    toChange: async (stage, value) => ({
      campaignId: value === null ? null : await makeFrontCampaign(stage, "spare"),
    }),
    see: byCall(tellWho),
  },
  publisherId: {
    values: [null, "press"],
    toChange: ({ publishers }, value) => ({ publisherId: value === null ? null : publishers.press }),
    see: byCall(({ shown }) => [shown.call.publisher?.name, shown.money.payoutMicros]),
  },
};

const number: Noun = {
  operations: { create: "createNumber", update: "updateNumber", updateMany: "updateNumbers" },
  base: async (stage) => ({
    number: stage.land.takeNumber(),
    carrierAccountId: stage.carrierAccountId,
    campaignId: await makeFrontCampaign(stage),
    publisherId: stage.publishers.radio,
  }),
  fields,
};

export const numberScenarios = (land: Land): Scenarios => ({
  ...toFieldScenarios(land, number, { onlyAtCreation: ["number", "carrierAccountId"] }),
  "updateNumbers.body.items[].id": {
    values: ["first", "second"],
    play: async (value) => {
      const on = await openStage(land);
      const campaignId = await makeFrontCampaign(on);
      const [first, second] = [await makeNumber(on, campaignId), await makeNumber(on, campaignId)];
      const id = value === "first" ? first.numberId : second.numberId;
      await on.client.send("updateNumbers", { body: { items: [{ id, patch: { status: "paused" } }] } });
      return tellWho(await callNumber(on, first.number));
    },
  },
});
