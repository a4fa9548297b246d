import { api } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import type { Land } from "#world/open-land.ts";
import type { Library } from "#world/open-library.ts";
import { openStage, type Stage } from "#world/open-stage.ts";
import { type Parameter, toListScenarios } from "./reading.ts";

type Body = Record<string, unknown>;

const base = { amountMicros: "5000000", reference: "Wire", note: "By phone", idempotencyKey: "wire-1" };

const record = async ({ client }: Stage, body: Body) =>
  client.send("recordPayment", { body: { ...base, ...body } });

/** What everybody owes or is owed, and the payments with what is said of them. */
const tellMoney = async ({ client, buyers, publishers }: Stage) => {
  const { acme, bolt } = buyers;
  const { radio, press } = publishers;
  const owed: string[] = [];
  for (const id of [acme, bolt]) {
    owed.push((await client.send("getBuyerBalance", { params: { id } })).balanceMicros);
  }
  for (const id of [radio, press]) {
    owed.push((await client.send("getPublisherBalance", { params: { id } })).balanceMicros);
  }
  const { items } = await client.send("listPayments");
  const told = items.map(({ paidOn, reference, note, status, voidNote, buyer }) => [
    buyer === null ? "any day" : paidOn,
    reference,
    note,
    status,
    voidNote,
  ]);
  return { owed, told };
};

const orRefusal = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** What comes of a payment that is recorded so. */
const tell = async (land: Land, toBody: (on: Stage) => Body): Promise<unknown> => {
  const on = await openStage(land);
  await record(on, { paidOn: "2026-01-01", ...toBody(on) });
  return tellMoney(on);
};

const ofAcme = (more: Body) => (on: Stage) => ({ buyerId: on.buyers.acme, ...more });

const recordScenarios = (land: Land): Scenarios => {
  const toField = (name: string, values: readonly unknown[]) => ({
    values,
    play: (value: unknown) => tell(land, ofAcme({ [name]: value })),
  });
  return {
    "recordPayment.body.buyerId": {
      values: ["acme", "bolt"] as const,
      play: (who) => tell(land, ({ buyers }) => ({ buyerId: who === "acme" ? buyers.acme : buyers.bolt })),
    },
    "recordPayment.body.publisherId": {
      values: ["radio", "press"] as const,
      play: (who) =>
        tell(land, ({ publishers }) => ({
          publisherId: who === "radio" ? publishers.radio : publishers.press,
        })),
    },
    "recordPayment.body.amountMicros": toField("amountMicros", ["1", "2500000"]),
    "recordPayment.body.paidOn": toField("paidOn", ["2025-12-31", "2026-01-01"]),
    "recordPayment.body.reference": toField("reference", ["Wire 17", "Check 3"]),
    "recordPayment.body.note": toField("note", ["By phone", "By mail"]),
    "recordPayment.body.idempotencyKey": {
      values: ["wire-1", "wire-2"],
      play: async (idempotencyKey) => {
        const on = await openStage(land);
        await record(on, ofAcme({})(on));
        await record(on, ofAcme({ idempotencyKey })(on));
        return (await tellMoney(on)).owed;
      },
    },
  };
};

const toVoid = async (land: Land, body: Body): Promise<unknown> => {
  const on = await openStage(land);
  const { id } = await record(on, { ...ofAcme({})(on), paidOn: "2026-01-01" });
  return orRefusal(async () => {
    await on.client.send("voidPayment", { params: { id }, body: { note: "Bounced", ...body } });
    return tellMoney(on);
  });
};

/** Five payments; no two columns put them in one order, nor in the opposite of it. */
const openShelf = async (land: Land): Promise<Library> => {
  const stage = await openStage(land);
  const { acme, bolt } = stage.buyers;
  const { radio, press } = stage.publishers;
  const put = async (idempotencyKey: string, body: Body) =>
    (await record(stage, { idempotencyKey, ...body })).id;
  const first = await put("a", {
    buyerId: acme,
    paidOn: "2025-12-10",
    amountMicros: "4000000",
    note: "Kiwi",
  });
  await put("b", { publisherId: radio, paidOn: "2025-12-20", amountMicros: "9000000" });
  const third = await put("c", { buyerId: bolt, paidOn: "2026-01-03", amountMicros: "1000000" });
  await put("d", { publisherId: press, paidOn: "2025-12-31", amountMicros: "7000000", reference: "Kiwi" });
  await put("e", { buyerId: acme, paidOn: "2026-01-01", amountMicros: "2000000" });
  for (const id of [third, first]) {
    await stage.client.send("voidPayment", { params: { id }, body: { note: "Bounced" } });
  }
  const words = new Map([
    ...Object.entries({ radio, press }),
    ["acme", String(acme)],
    ["bolt", String(bolt)],
  ]);
  return { stage, words };
};

const toFilter = (one: string, two: string): Parameter => ({ values: [one, `!${one}`, `${one},${two}`] });

/** Money that came in and went out: recorded, taken back, listed. */
export const paymentScenarios = (land: Land): Scenarios => ({
  ...recordScenarios(land),
  "voidPayment.body.version": { values: [1, 2], play: (version) => toVoid(land, { version }) },
  "voidPayment.body.note": { values: ["Bounced", "Twice"], play: (note) => toVoid(land, { note }) },
  ...toListScenarios(
    land.share(() => openShelf(land)),
    { list: "listPayments", file: "exportPayments" },
    {
      sort: { values: api.listPayments.query.shape.sort.unwrap().options },
      search: { values: ["Kiwi", "Wire"] },
      status: toFilter("recorded", "voided"),
      buyerId: toFilter("{acme}", "{bolt}"),
      publisherId: toFilter("{radio}", "{press}"),
    },
    ["amount,status", "status"],
  ),
});
