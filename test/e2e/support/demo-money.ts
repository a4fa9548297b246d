import type { CallDetail } from "@ccp/contract";
import type { Client } from "@ccp/test-settings/world/client.ts";
import type { SceneName } from "./demo-calls.ts";

/** Of what was settled in the demonstration. */
export type MoneyIds = {
  /** An adjustment that waits for a decision. */
  requested: number;
  invoice: number;
  voidInvoice: number;
  statement: number;
  /** The day, as a field has it. */
  today: string;
};

const dayMs = 86_400_000;

/** The day in New York, whose afternoon it is. */
const toDay = (at: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "America/New_York", dateStyle: "short" }).format(at);

const getParties = ({ call: { buyer, publisher } }: CallDetail) => {
  if (buyer === null || publisher === null) throw new Error("The call has not both parties.");
  return { buyerId: buyer.id, publisherId: publisher.id };
};

/** Adjustments in every state, and invoices and a statement over them. */
export const settleMoney = async (
  api: Client,
  calls: Record<SceneName, string>,
  now: number,
): Promise<MoneyIds> => {
  const ask = async (callId: string, party: "buyer" | "publisher", amountMicros: string, reason: string) =>
    (await api.send("requestAdjustment", { body: { callId, party, amountMicros, reason } })).id;
  const take = (
    step: "approveAdjustment" | "rejectAdjustment" | "voidAdjustment",
    id: number,
    note: string,
  ) => api.send(step, { params: { id }, body: { note } });
  const approved = await ask(calls.converted, "buyer", "-5000000", "Caller was a patient already");
  await take("approveAdjustment", approved, "As agreed by phone");
  const rejected = await ask(calls.converted, "publisher", "-2000000", "Caller was a patient already");
  await take("rejectAdjustment", rejected, "The publisher could not know");
  const voided = await ask(calls.tiers, "buyer", "2500000", "Second appointment booked");
  await take("approveAdjustment", voided, "");
  await take("voidAdjustment", voided, "It was another caller");
  const requested = await ask(calls.nextTarget, "buyer", "-750000", "Wrong number");
  const { buyerId, publisherId } = getParties(await api.send("getCall", { params: { id: calls.converted } }));
  const period = { periodFrom: toDay(now - 7 * dayMs), periodThrough: toDay(now) };
  const issue = async (body: Record<string, unknown>) =>
    (await api.send("issueDocument", { body: { ...period, ...body } })).id;
  const voidInvoice = await issue({ buyerId, periodThrough: toDay(now - dayMs) });
  const note = "The week was not over";
  await api.send("voidDocument", { params: { id: voidInvoice }, body: { note } });
  return {
    requested,
    voidInvoice,
    invoice: await issue({ buyerId }),
    statement: await issue({ publisherId }),
    today: toDay(now),
  };
};

/** Has a buyer pay in advance who has paid nothing; resolves when calls are held against that. */
export const leaveWithoutBalance = async (api: Client, id: string): Promise<string> => {
  const billing = { kind: "prepaid", creditLimitMicros: "0", mode: "strict" };
  await api.send("updateBuyer", { params: { id }, body: { billing } });
  for (;;) {
    const { items } = await api.send("listTargetUsage");
    if (items.filter(({ balance }) => balance !== null).length > 1) return id;
  }
};
