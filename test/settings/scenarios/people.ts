import { randomUUID } from "node:crypto";
import type { Role } from "@ccp/contract";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import { type Client, createClient, Refusal } from "#world/client.ts";
import { signIn } from "#world/sign-in.ts";
import type { Land } from "#world/open-land.ts";
import { openAccount } from "#world/open-stage.ts";

const toAddress = (name: string): string => `${name}.${randomUUID()}@acme.example`;

const password = "a password that is long enough";

/** The word of the API for what became of it. */
const trying = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** What somebody may do: read, write, administer, and make owners. */
const tellRights = async (client: Client): Promise<string[]> => [
  await trying(client.send("listCampaigns")),
  await trying(client.send("createBuyer", { body: { name: randomUUID() } })),
  await trying(client.send("createApiKey", { body: { name: "One more", role: "analyst" } })),
  await trying(client.send("createApiKey", { body: { name: "An owner's", role: "owner" } })),
];

/** An account with somebody in it beside the owner, signed in by the link that they were handed. */
const openWithPerson = async (land: Land, body: Record<string, unknown> = {}) => {
  const { client } = await openAccount(land);
  const { user, link } = await client.send("createUser", {
    body: { name: "Petra", email: toAddress("petra"), ...body },
  });
  const token = new URL(link.url).searchParams.get("token") ?? "";
  return { owner: client, user, token, redeem: () => signIn(land, "redeemSignInLink", { token }) };
};

const listPeople = async (client: Client): Promise<string[]> =>
  (await client.send("listUsers")).items.map(({ name }) => name);

const personScenarios = (land: Land): Scenarios => ({
  "createUser.body.email": {
    values: ["petra", "paula"],
    play: async (name) => {
      const { redeem } = await openWithPerson(land, { email: toAddress(String(name)) });
      const { user } = await (await redeem()).send("getSession");
      return user?.email.split(".")[0];
    },
  },
  "createUser.body.name": {
    values: ["Petra", "Paula"],
    play: async (name) => listPeople((await openWithPerson(land, { name })).owner),
  },
  "createUser.body.role": {
    values: ["owner", "admin"],
    play: async (role) => tellRights(await (await openWithPerson(land, { role })).redeem()),
  },
  "updateUser.body.name": {
    values: ["Petra", "Paula"],
    play: async (name) => {
      const { owner, user } = await openWithPerson(land);
      await owner.send("updateUser", { params: { id: user.id }, body: { name } });
      return listPeople(owner);
    },
  },
  "updateUser.body.role": {
    values: ["owner", "admin"],
    play: async (role) => {
      const { owner, user, redeem } = await openWithPerson(land);
      await owner.send("updateUser", { params: { id: user.id }, body: { role } });
      return tellRights(await redeem());
    },
  },
  "updateUser.body.version": {
    values: [1, 7],
    play: async (version) => {
      const { owner, user } = await openWithPerson(land);
      const body = { name: "Paula", version };
      return [
        await trying(owner.send("updateUser", { params: { id: user.id }, body })),
        await listPeople(owner),
      ];
    },
  },
});

/** Somebody with a password, signed in, and who else can sign in after a change of it. */
const changingPassword = async (land: Land, body: Record<string, unknown>) => {
  const { user, redeem } = await openWithPerson(land);
  await (
    await redeem()
  ).send("changePassword", {
    body: { currentPassword: null, newPassword: password },
  });
  const client = await signIn(land, "signIn", { email: user.email, password });
  const changed = await trying(
    client.send("changePassword", { body: { newPassword: `${password}2`, ...body } }),
  );
  return { email: user.email, changed };
};

const canSignIn = (land: Land, email: string, given: string): Promise<string> =>
  trying(signIn(land, "signIn", { email, password: given }));

const currentPassword = (land: Land): Scenario => ({
  values: [password, null],
  play: async (given) => {
    const withPassword = await changingPassword(land, { currentPassword: given });
    const without = await (await openWithPerson(land)).redeem();
    const body = { currentPassword: given, newPassword: password };
    return [withPassword.changed, await trying(without.send("changePassword", { body }))];
  },
});

const sessionScenarios = (land: Land): Scenarios => ({
  "signIn.body.email": {
    values: ["theirs", "another's"],
    play: async (value) => {
      const { email } = await changingPassword(land, { currentPassword: password });
      return canSignIn(land, value === "theirs" ? email : toAddress("nobody"), `${password}2`);
    },
  },
  "signIn.body.password": {
    values: ["theirs", "another"],
    play: async (value) => {
      const { email } = await changingPassword(land, { currentPassword: password });
      return canSignIn(land, email, value === "theirs" ? `${password}2` : "a password of somebody else");
    },
  },
  "redeemSignInLink.body.token": {
    values: ["theirs", "another"],
    play: async (value) => {
      const { token } = await openWithPerson(land);
      return trying(signIn(land, "redeemSignInLink", { token: value === "theirs" ? token : randomUUID() }));
    },
  },
  "changePassword.body.currentPassword": currentPassword(land),
  "changePassword.body.newPassword": {
    values: [`${password}3`, `${password}4`],
    play: async (newPassword) => {
      const { email } = await changingPassword(land, { currentPassword: password, newPassword });
      return canSignIn(land, email, `${password}3`);
    },
  },
});

const roles: readonly Role[] = ["analyst", "manager", "admin", "owner"];

const keyScenarios = (land: Land): Scenarios => ({
  "createApiKey.body.name": {
    values: ["Reports", "Import"],
    play: async (name) => {
      const { client } = await openAccount(land);
      await client.send("createApiKey", { body: { name } });
      return (await client.send("listApiKeys")).items.map((item) => item.name);
    },
  },
  "createApiKey.body.role": {
    values: roles,
    play: async (role) => {
      const { client } = await openAccount(land);
      const { key } = await client.send("createApiKey", { body: { name: "Reports", role } });
      return tellRights(createClient(land.world.publicUrl, { authorization: `Bearer ${key}` }));
    },
  },
});

/** Who can get in, and what they may do there. */
export const peopleScenarios = (land: Land): Scenarios => ({
  ...personScenarios(land),
  ...sessionScenarios(land),
  ...keyScenarios(land),
});
