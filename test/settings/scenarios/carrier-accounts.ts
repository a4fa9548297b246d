import { createHmac, randomBytes } from "node:crypto";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openAccount, openStage, type Stage } from "#world/open-stage.ts";

const toRef = (): string => `AC${randomBytes(16).toString("hex")}`;

const right = "the token of the account";
const wrong = "the token of another one";

/** What the carrier is answered that asks in the name of this account: 403 where it is not believed. */
const askAs = async ({ world }: Land, accountRef: string): Promise<number> => {
  const url = `${world.publicUrl}/carriers/twilio/voice`;
  const signature = createHmac("sha1", right).update(`${url}AccountSid${accountRef}`).digest("base64");
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature },
    body: new URLSearchParams({ AccountSid: accountRef }).toString(),
  });
  return response.status;
};

/** A call that waits until what the account was set to acts. */
const waitForBook = async (stage: Stage): Promise<void> => {
  await callNumber(stage, (await makeLine(stage, await makeCampaign(stage))).number);
};

const listNames = async ({ client }: Pick<Stage, "client">): Promise<string[]> =>
  (await client.send("listCarrierAccounts")).items.map(({ name }) => name);

export const carrierAccountScenarios = (land: Land): Scenarios => ({
  "createCarrierAccount.body.name": {
    values: ["East", "West"],
    play: async (name) => {
      const on = await openAccount(land);
      await on.client.send("createCarrierAccount", {
        body: { name, accountRef: toRef(), authToken: right },
      });
      return listNames(on);
    },
  },
  "createCarrierAccount.body.accountRef": {
    values: ["the asking one", "another"],
    play: async (value) => {
      const on = await openStage(land);
      const asking = toRef();
      const accountRef = value === "another" ? toRef() : asking;
      await on.client.send("createCarrierAccount", { body: { name: "East", accountRef, authToken: right } });
      await waitForBook(on);
      return askAs(land, asking);
    },
  },
  "createCarrierAccount.body.authToken": {
    values: [right, wrong],
    play: async (authToken) => {
      const on = await openStage(land);
      const accountRef = toRef();
      await on.client.send("createCarrierAccount", { body: { name: "East", accountRef, authToken } });
      await waitForBook(on);
      return askAs(land, accountRef);
    },
  },
  "updateCarrierAccount.body.name": {
    values: ["East", "West"],
    play: async (name) => {
      const on = await openAccount(land);
      await on.client.send("updateCarrierAccount", { params: { id: on.carrierAccountId }, body: { name } });
      return listNames(on);
    },
  },
  "updateCarrierAccount.body.authToken": {
    values: [right, wrong],
    play: async (authToken) => {
      const on = await openStage(land);
      const accountRef = toRef();
      const made = await on.client.send("createCarrierAccount", {
        body: { name: "East", accountRef, authToken: "its first and only token" },
      });
      await on.client.send("updateCarrierAccount", { params: { id: made.id }, body: { authToken } });
      await waitForBook(on);
      return askAs(land, accountRef);
    },
  },
});
