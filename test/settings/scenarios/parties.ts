import type { EndpointId } from "@ccp/contract";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine, makeNumber } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openAccount, phones, toWhom } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import {
  type Capped,
  cappedRevenue,
  seeFirst,
  toCapFields,
  toPayoutCapFields,
  toResetScenarios,
} from "./caps.ts";
import { seeBoth } from "./traffic.ts";
import { toBuyersNumber, toProtectionFields } from "./repeats.ts";
import { create, type Field, type Noun, toFieldScenarios, toNameField } from "./writing.ts";

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** What a call comes to that this publisher sends. */
const bySent =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, publisherId) => {
    const { campaignId } = await makeLine(stage, await makeCampaign(stage));
    return tell(await callNumber(stage, (await makeNumber(stage, campaignId, { publisherId })).number));
  };

/** What a call comes to that a target of this buyer is asked for first. */
const byAsked =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, buyerId) => {
    const destination = { kind: "phone", address: phones.spare };
    const revenue = { kind: "fixed", micros: "5000000", conversion: { kind: "connected" } };
    const body = { name: toUnique("Desk"), buyerId, destination, revenue };
    const { id: targetId } = await stage.client.send("createTarget", { body });
    const rows = [
      { targetId, priority: 1 },
      { targetId: stage.targets.front, priority: 2 },
    ];
    const { number } = await makeLine(stage, await makeCampaign(stage), rows);
    return tell(await callNumber(stage, number));
  };

/** A campaign that asks a target of this buyer first, and the front desk when it does not take the call. */
const makeBuyersLine: Capped["makeLineTo"] = async (stage, buyerId) => {
  const destination = { kind: "phone", address: phones.spare };
  const body = { name: toUnique("Desk"), buyerId, destination, revenue: cappedRevenue };
  const { id: targetId } = await stage.client.send("createTarget", { body });
  return makeLine(stage, await makeCampaign(stage), [
    { targetId, priority: 1 },
    { targetId: stage.targets.front, priority: 2 },
  ]);
};

const cappedBuyer: Capped = {
  makeLineTo: makeBuyersLine,
  readCaps: async ({ client }, id) => (await client.send("getBuyerUsage", { params: { id } })).caps,
  phone: phones.spare,
};

/** A campaign that pays this publisher 5.00 for a connected call. */
const makePublishersLine: Capped["makeLineTo"] = async (stage, publisherId) => {
  const payout = { kind: "fixed", micros: "5000000", due: { kind: "connected" } };
  const { campaignId } = await makeLine(stage, await makeCampaign(stage, { payout }));
  return makeNumber(stage, campaignId, { publisherId });
};

const publisher: Noun = {
  operations: { create: "createPublisher", update: "updatePublisher", updateMany: "updatePublishers" },
  base: () => ({ name: toUnique("Television") }),
  fields: {
    name: toNameField(bySent(({ shown }) => shown.call.publisher?.name)),
    status: { values: ["active", "paused"], see: bySent(tellWho) },
    ...toPayoutCapFields(makePublishersLine),
  },
};

const prepaid = { kind: "prepaid", creditLimitMicros: "0", mode: "strict" };

const billings: Readonly<Record<string, object>> = { postpaid: { kind: "postpaid" }, prepaid };

const toBillingField = (values: readonly unknown[], toBilling: (value: unknown) => object): Field => ({
  values,
  toChange: (_stage, value) => ({ billing: toBilling(value) }),
  see: byAsked(tellWho),
});

const buyer: Noun = {
  operations: { create: "createBuyer", update: "updateBuyer", updateMany: "updateBuyers" },
  base: () => ({ name: toUnique("Carver") }),
  fields: {
    name: toNameField(byAsked(({ shown }) => shown.call.buyer?.name)),
    status: { values: ["active", "paused"], see: byAsked(tellWho) },
    concurrencyMax: { values: [null, 1], see: seeBoth(makeBuyersLine) },
    ...toCapFields(cappedBuyer),
    ...toProtectionFields(toBuyersNumber),
    "billing.kind": toBillingField(Object.keys(billings), (kind) => billings[String(kind)] ?? {}),
    "billing<prepaid>.creditLimitMicros": toBillingField(["4999999", "5000000"], (creditLimitMicros) => ({
      ...prepaid,
      creditLimitMicros,
    })),
    "billing<prepaid>.mode": toBillingField(["strict", "at-conversion"], (mode) => ({
      ...prepaid,
      creditLimitMicros: "1000000",
      mode,
    })),
  },
};

type Verbs = { make: EndpointId; run: EndpointId; list: EndpointId };

/** Of two nouns, the one whose id is sent; the list then shows what became of both. */
const byId = (
  land: Land,
  { make, run, list }: Verbs,
  toBody: (id: unknown) => Record<string, unknown>,
): Scenario => ({
  values: [0, 1],
  play: async (value) => {
    const { client } = await openAccount(land);
    const made = [
      await create({ client }, make, { name: "One" }),
      await create({ client }, make, { name: "Two" }),
    ];
    await client.send(run, { body: toBody(made[Number(value)]) });
    const text = JSON.stringify(await client.send(list, { query: { status: "active" } }));
    return ["One", "Two"].map((name) => text.includes(`"${name}"`));
  },
});

const pause = (id: unknown) => ({ items: [{ id, patch: { status: "paused" } }] });

const archive = (id: unknown) => ({ ids: [id] });

export const partyScenarios = (land: Land): Scenarios => {
  const publishers = { make: "createPublisher", list: "listPublishers" } as const;
  const buyers = { make: "createBuyer", list: "listBuyers" } as const;
  return {
    ...toFieldScenarios(land, publisher),
    ...toFieldScenarios(land, buyer),
    ...toResetScenarios(
      land,
      { update: "updateBuyer", reset: "resetBuyerCaps", make: async ({ buyers: { bolt } }) => bolt },
      seeFirst(makeBuyersLine),
    ),
    ...toResetScenarios(
      land,
      {
        update: "updatePublisher",
        reset: "resetPublisherCaps",
        make: async ({ publishers: { press } }) => press,
        cap: { on: "payout", period: "all-time", micros: "3000000" },
      },
      async (stage, id) => {
        const { number } = await makePublishersLine(stage, id);
        return async () => (await callNumber(stage, number)).shown.money.payoutMicros;
      },
    ),
    "updatePublishers.body.items[].id": byId(land, { ...publishers, run: "updatePublishers" }, pause),
    "archivePublishers.body.ids[]": byId(land, { ...publishers, run: "archivePublishers" }, archive),
    "updateBuyers.body.items[].id": byId(land, { ...buyers, run: "updateBuyers" }, pause),
    "archiveBuyers.body.ids[]": byId(land, { ...buyers, run: "archiveBuyers" }, archive),
  };
};
