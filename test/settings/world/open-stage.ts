import { randomUUID } from "node:crypto";
import type { Pools } from "@ccp/server/db/client.ts";
import { createAccount } from "@ccp/server/modules/accounts/create-account.ts";
import { createApiKey } from "@ccp/server/modules/accounts/create-api-key.ts";
import { type Client, createClient, takeTurn } from "./client.ts";
import type { Land } from "./open-land.ts";

/** An account with people in it, for scenarios that do not disturb each other. */
export type Stage = {
  land: Land;
  accountId: string;
  userId: number;
  carrierAccountId: number;
  accountRef: string;
  /** Acts as the owner. */
  client: Client;
  buyers: { acme: number; bolt: number };
  publishers: { radio: string; press: string };
  /** `front` and `back` are Acme's, `spare` is Bolt's; whoever is called answers after 3 s and talks for 60. */
  targets: { front: string; back: string; spare: string };
};

/** Where the phones of targets and agents ring. */
export const phones = {
  front: "+12125550111",
  back: "+12125550112",
  spare: "+12125550113",
  ann: "+12125550114",
  ben: "+12125550115",
};

/** Who a phone is. */
export const toWhom = (phone: string): string =>
  Object.entries(phones).find(([, each]) => each === phone)?.[0] ?? phone;

/** Made past the API, which makes no second account. */
const makeAccount = async (pools: Pools) => {
  const owner = { email: `owner@${randomUUID()}.example`, name: "Olga Owner", password: null };
  const { accountId, userId } = await createAccount({
    pools,
    input: { name: "Under test", currency: "USD", timeZone: "America/New_York", isDemo: false, owner },
  });
  const actor = { kind: "user", id: String(userId) } as const;
  const ctx = { accountId, actor, role: "owner", requestId: null } as const;
  const { key } = await createApiKey({ pools, ctx, input: { name: "The owner's", role: "owner" } });
  return { accountId, userId, key };
};

/** An account with an owner and a key that acts for them, at the simulated carrier. */
export const openAccount = async (land: Land) => {
  const { app, publicUrl } = land.world;
  const { key, ...account } = await takeTurn(() => makeAccount(app.pools));
  const client = createClient(publicUrl, { authorization: `Bearer ${key}` });
  const { id: carrierAccountId, accountRef } = await client.send("connectSimulator");
  return { land, ...account, carrierAccountId, accountRef, client };
};

export const openStage = async (land: Land): Promise<Stage> => {
  const account = await openAccount(land);
  const { client } = account;
  const makeBuyer = async (name: string) => (await client.send("createBuyer", { body: { name } })).id;
  const makePublisher = async (name: string) => (await client.send("createPublisher", { body: { name } })).id;
  const makeTarget = async (name: string, buyerId: number, address: string) => {
    const revenue = { kind: "fixed", micros: "7000000", conversion: { kind: "connected" } };
    const body = { name, buyerId, destination: { kind: "phone", address }, revenue };
    return (await client.send("createTarget", { body })).id;
  };
  const buyers = { acme: await makeBuyer("Acme"), bolt: await makeBuyer("Bolt") };
  const publishers = { radio: await makePublisher("Radio"), press: await makePublisher("Press") };
  const targets = {
    front: await makeTarget("Front", buyers.acme, phones.front),
    back: await makeTarget("Back", buyers.acme, phones.back),
    spare: await makeTarget("Spare", buyers.bolt, phones.spare),
  };
  return { ...account, buyers, publishers, targets };
};

/** Each change of an account costs its whole book: many plays on one account would take longer than another account. */
const playsPerStage = 12;

/** Accounts that a few plays each share. */
export const shareStages = (land: Land, open: (land: Land) => Promise<Stage> = openStage) =>
  land.share(() => open(land), playsPerStage);
