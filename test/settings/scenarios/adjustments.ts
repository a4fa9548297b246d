import { api } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import { bookCall } from "#world/book-call.ts";
import { Refusal } from "#world/client.ts";
import type { Land } from "#world/open-land.ts";
import type { Library } from "#world/open-library.ts";
import { openStage, type Stage } from "#world/open-stage.ts";
import { type Parameter, toListScenarios } from "./reading.ts";

type Body = Record<string, unknown>;

/** A call that has both parties, on an account of its own. */
const openCall = async (land: Land): Promise<{ on: Stage; callId: string }> => {
  const on = await openStage(land);
  return { on, callId: await bookCall(on, { buyerId: on.buyers.acme, publisherId: on.publishers.radio }) };
};

const base = { party: "buyer", amountMicros: "-5000000", reason: "Wrong number" };

const ask = async (on: Stage, body: Body): Promise<number> =>
  (await on.client.send("requestAdjustment", { body: { ...base, ...body } })).id;

/** What the page of a call says of its money. */
const tellMoney = async ({ client }: Stage, callId: string) => {
  const { money } = await client.send("getCall", { params: { id: callId } });
  const { revenueMicros, payoutMicros, adjustments } = money;
  const told = adjustments.map((each) => [each.reason, each.status, each.decisionNote, each.voidNote]);
  return { revenueMicros, payoutMicros, told };
};

/** What comes of a request once it is approved. */
const tellApproved = async (land: Land, change: Body): Promise<unknown> => {
  const { on, callId } = await openCall(land);
  const id = await ask(on, { callId, ...change });
  await on.client.send("approveAdjustment", { params: { id } });
  return tellMoney(on, callId);
};

const requestScenarios = (land: Land): Scenarios => ({
  "requestAdjustment.body.callId": {
    values: ["the first", "the second"],
    play: async (which) => {
      const { on, callId: first } = await openCall(land);
      const second = await bookCall(on, { buyerId: on.buyers.bolt, publisherId: on.publishers.press });
      const id = await ask(on, { callId: which === "the first" ? first : second });
      await on.client.send("approveAdjustment", { params: { id } });
      return [await tellMoney(on, first), await tellMoney(on, second)];
    },
  },
  "requestAdjustment.body.party": {
    values: ["buyer", "publisher"],
    play: (party) => tellApproved(land, { party }),
  },
  "requestAdjustment.body.amountMicros": {
    values: ["-1", "2500000"],
    play: (amountMicros) => tellApproved(land, { amountMicros }),
  },
  "requestAdjustment.body.reason": {
    values: ["Wrong number", "Paid late"],
    play: (reason) => tellApproved(land, { reason }),
  },
});

const steps = ["approveAdjustment", "rejectAdjustment", "voidAdjustment"] as const;

type Step = (typeof steps)[number];

/** Takes a step with an adjustment that is ready for it; answers with what the call's page says then. */
const take = async (land: Land, step: Step, body: Body): Promise<unknown> => {
  const { on, callId } = await openCall(land);
  const id = await ask(on, { callId });
  if (step === "voidAdjustment") await on.client.send("approveAdjustment", { params: { id } });
  const note = step === "approveAdjustment" ? {} : { note: "As agreed" };
  try {
    await on.client.send(step, { params: { id }, body: { ...note, ...body } });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return tellMoney(on, callId);
};

const stepScenarios = (land: Land): Scenarios =>
  Object.fromEntries(
    steps.flatMap((step) => [
      [
        `${step}.body.version`,
        { values: [undefined, 7], play: (version: unknown) => take(land, step, { version }) },
      ],
      [
        `${step}.body.note`,
        { values: ["By phone", "By mail"], play: (note: unknown) => take(land, step, { note }) },
      ],
    ]),
  );

/** Five adjustments of two calls; no two columns put them in one order, nor in the opposite of it. */
const openShelf = async (land: Land): Promise<Library> => {
  const { on: stage, callId: first } = await openCall(land);
  const { acme, bolt } = stage.buyers;
  const { radio, press } = stage.publishers;
  const second = await bookCall(stage, { buyerId: bolt, publisherId: press });
  const { client } = stage;
  const note = { note: "As agreed" };
  const approved = await ask(stage, { callId: first, amountMicros: "-5000000", reason: "Kiwi" });
  await client.send("approveAdjustment", { params: { id: approved } });
  await ask(stage, { callId: first, party: "publisher", amountMicros: "3000000" });
  const rejected = await ask(stage, { callId: first, amountMicros: "1000000" });
  await client.send("rejectAdjustment", { params: { id: rejected }, body: note });
  const voided = await ask(stage, { callId: second, party: "publisher", amountMicros: "-4000000" });
  await client.send("approveAdjustment", { params: { id: voided } });
  await client.send("voidAdjustment", { params: { id: voided }, body: note });
  await ask(stage, { callId: second, amountMicros: "2000000" });
  const words = new Map([
    ...Object.entries({ first, second, radio, press }),
    ["acme", String(acme)],
    ["bolt", String(bolt)],
  ]);
  return { stage, words };
};

const toFilter = (one: string, two: string): Parameter => ({ values: [one, `!${one}`, `${one},${two}`] });

const day = { values: ["2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"] };

/** Corrections of calls' money: asked for, decided, listed. */
export const adjustmentScenarios = (land: Land): Scenarios => ({
  ...requestScenarios(land),
  ...stepScenarios(land),
  ...toListScenarios(
    land.share(() => openShelf(land)),
    { list: "listAdjustments", file: "exportAdjustments" },
    {
      sort: { values: api.listAdjustments.query.shape.sort.unwrap().options },
      search: { values: ["Kiwi", "Wrong"] },
      status: toFilter("requested", "approved"),
      party: toFilter("buyer", "publisher"),
      buyerId: toFilter("{acme}", "{bolt}"),
      publisherId: toFilter("{radio}", "{press}"),
      callId: toFilter("{first}", "{second}"),
      from: day,
      to: day,
    },
    ["amount,status", "status"],
  ),
});
