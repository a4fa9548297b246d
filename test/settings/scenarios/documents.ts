import { api, type DocumentPreview } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import { bookCall } from "#world/book-call.ts";
import { Refusal } from "#world/client.ts";
import type { Land } from "#world/open-land.ts";
import type { Library } from "#world/open-library.ts";
import { openStage, type Stage } from "#world/open-stage.ts";
import { type Parameter, toListScenarios } from "./reading.ts";

type Body = Record<string, unknown>;

/** A call of Acme and Radio, of the last evening of 2025 by the account's clock. */
const openBooked = async (land: Land): Promise<Stage> => {
  const on = await openStage(land);
  await bookCall(on, { buyerId: on.buyers.acme, publisherId: on.publishers.radio });
  return on;
};

const december = { periodFrom: "2025-12-01", periodThrough: "2025-12-31" };

const orRefusal = async (work: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const whose: Record<string, (on: Stage) => Body> = {
  Acme: ({ buyers }) => ({ buyerId: buyers.acme }),
  Bolt: ({ buyers }) => ({ buyerId: buyers.bolt }),
  Radio: ({ publishers }) => ({ publisherId: publishers.radio }),
  Press: ({ publishers }) => ({ publisherId: publishers.press }),
};

type Content = Pick<DocumentPreview, "buyer" | "publisher" | "calls" | "openingMicros" | "closingMicros">;

const toWords = ({ buyer, publisher, calls, closingMicros, openingMicros }: Content) => [
  (buyer ?? publisher)?.name,
  calls,
  openingMicros,
  closingMicros,
];

/** What a document says that is issued so. */
const tell = async (land: Land, toBody: (on: Stage) => Body): Promise<unknown> => {
  const on = await openBooked(land);
  const body = { ...december, ...toBody(on) };
  return orRefusal(async () => toWords(await on.client.send("issueDocument", { body })));
};

const ofAcme = (more: Body) => (on: Stage) => ({ buyerId: on.buyers.acme, ...more });

const ofNobody = (): Body => ({});

const issueScenarios = (land: Land): Scenarios => ({
  "issueDocument.body.buyerId": {
    values: ["Acme", "Bolt"],
    play: (name) => tell(land, whose[String(name)] ?? ofNobody),
  },
  "issueDocument.body.publisherId": {
    values: ["Radio", "Press"],
    play: (name) => tell(land, whose[String(name)] ?? ofNobody),
  },
  "issueDocument.body.periodFrom": {
    values: ["2025-12-31", "2026-01-01"],
    play: (periodFrom) => tell(land, ofAcme({ periodFrom, periodThrough: "2026-01-01" })),
  },
  "issueDocument.body.periodThrough": {
    values: ["2025-12-30", "2025-12-31"],
    play: (periodThrough) => tell(land, ofAcme({ periodThrough })),
  },
  "issueDocument.body.closingMicros": {
    values: ["30000000", "30000001"],
    play: (closingMicros) => tell(land, ofAcme({ closingMicros })),
  },
});

const previewScenarios = (land: Land, operation: "previewInvoice" | "previewStatement"): Scenarios => {
  const see = async (query: Body) => {
    const { client, buyers, publishers } = await openBooked(land);
    const id = operation === "previewInvoice" ? buyers.acme : publishers.radio;
    return toWords(await client.send(operation, { params: { id }, query: { ...december, ...query } }));
  };
  return {
    [`${operation}.query.periodFrom`]: {
      values: ["2025-12-31", "2026-01-01"],
      play: (periodFrom) => see({ periodFrom, periodThrough: "2026-01-01" }),
    },
    [`${operation}.query.periodThrough`]: {
      values: ["2025-12-30", "2025-12-31"],
      play: (periodThrough) => see({ periodThrough }),
    },
  };
};

const toVoid = async (land: Land, body: Body): Promise<unknown> => {
  const on = await openBooked(land);
  const issued = { buyerId: on.buyers.acme, ...december };
  const { id } = await on.client.send("issueDocument", { body: issued });
  return orRefusal(async () => {
    await on.client.send("voidDocument", { params: { id }, body: { note: "Wrong", ...body } });
    const { status, voidNote } = await on.client.send("getDocument", { params: { id } });
    return [status, voidNote];
  });
};

const voidScenarios = (land: Land): Scenarios => ({
  "voidDocument.body.version": { values: [1, 2], play: (version) => toVoid(land, { version }) },
  "voidDocument.body.note": { values: ["Wrong", "Twice"], play: (note) => toVoid(land, { note }) },
});

/** An invoice of a call and two adjustments, which no two columns put in one order. */
const openLines = async (land: Land) => {
  const on = await openStage(land);
  const { acme: buyerId } = on.buyers;
  const callId = await bookCall(on, { buyerId, publisherId: on.publishers.radio });
  for (const amountMicros of ["-5000000", "-3000000"]) {
    const body = { callId, party: "buyer", amountMicros, reason: "Late" };
    const { id } = await on.client.send("requestAdjustment", { body });
    await on.client.send("approveAdjustment", { params: { id } });
  }
  // The account's clock is five hours behind in winter.
  const periodThrough = new Date(on.land.world.clock.now() - 5 * 3_600_000).toISOString().slice(0, 10);
  const body = { buyerId, periodFrom: "2025-12-31", periodThrough };
  const { id } = await on.client.send("issueDocument", { body });
  return { on, id };
};

const lineScenarios = (land: Land): Scenarios => {
  const lines = land.share(() => openLines(land));
  const list = async (query: Body) => {
    const { on, id } = await lines();
    const page = await on.client.send("listDocumentLines", { params: { id }, query });
    return { amounts: page.items.map(({ amountMicros }) => amountMicros), next: page.nextCursor };
  };
  const download = async (query: Body) => {
    const { on, id } = await lines();
    return on.client.download("exportDocumentLines", query, { id });
  };
  const sorts = api.listDocumentLines.query.shape.sort.unwrap().options;
  return {
    "listDocumentLines.query.sort": {
      values: sorts,
      play: async (sort) => (await list({ sort })).amounts,
    },
    "listDocumentLines.query.limit": {
      values: [1, 2],
      play: async (limit) => (await list({ limit })).amounts,
    },
    "listDocumentLines.query.cursor": {
      values: [undefined, "the first page's"],
      play: async (value) => {
        const first = await list({ limit: 1 });
        return value === undefined ? first.amounts : (await list({ limit: 1, cursor: first.next })).amounts;
      },
    },
    "exportDocumentLines.query.sort": { values: sorts, play: (sort) => download({ sort }) },
    "exportDocumentLines.query.columns": {
      values: ["what,amount", "amount"],
      play: (columns) => download({ columns }),
    },
  };
};

/** Five documents; no two columns put them in one order, nor in the opposite of it. */
const openShelf = async (land: Land): Promise<Library> => {
  const stage = await openBooked(land);
  const { acme, bolt } = stage.buyers;
  const { radio, press } = stage.publishers;
  const issue = async (body: Body): Promise<number> =>
    (await stage.client.send("issueDocument", { body })).id;
  await issue({ publisherId: radio, periodFrom: "2025-12-31", periodThrough: "2026-01-01" });
  await issue({ publisherId: press, periodFrom: "2025-12-20", periodThrough: "2025-12-30" });
  await issue({ publisherId: radio, periodFrom: "2026-01-02", periodThrough: "2026-01-03" });
  const id = await issue({ buyerId: acme, periodFrom: "2025-12-25", periodThrough: "2025-12-31" });
  await issue({ buyerId: bolt, periodFrom: "2025-12-10", periodThrough: "2025-12-30" });
  await stage.client.send("voidDocument", { params: { id }, body: { note: "Wrong" } });
  const words = new Map([
    ...Object.entries({ radio, press }),
    ["acme", String(acme)],
    ["bolt", String(bolt)],
  ]);
  return { stage, words };
};

const toFilter = (one: string, two: string): Parameter => ({ values: [one, `!${one}`, `${one},${two}`] });

/** Invoices and statements: seen before, issued, declared void, listed line by line. */
export const documentScenarios = (land: Land): Scenarios => ({
  ...previewScenarios(land, "previewInvoice"),
  ...previewScenarios(land, "previewStatement"),
  ...issueScenarios(land),
  ...voidScenarios(land),
  ...lineScenarios(land),
  ...toListScenarios(
    land.share(() => openShelf(land)),
    { list: "listDocuments", file: "exportDocuments" },
    {
      sort: { values: api.listDocuments.query.shape.sort.unwrap().options },
      search: { values: ["Radio", "Bolt"] },
      kind: toFilter("invoice", "statement"),
      status: toFilter("void", "issued"),
      buyerId: toFilter("{acme}", "{bolt}"),
      publisherId: toFilter("{radio}", "{press}"),
    },
    ["number,status", "status"],
  ),
});
