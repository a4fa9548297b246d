import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createTestApp } from "@ccp/server/http/testing/test-app.ts";
import { createSetUpGate } from "@ccp/server/modules/set-up/set-up-gate.ts";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import { type Client, Refusal, takeTurn } from "#world/client.ts";
import { signIn } from "#world/sign-in.ts";

type Place = { world: { publicUrl: string } };

const body = {
  accountName: "Acme Marketing",
  timeZone: "America/New_York",
  currency: "USD",
  name: "Olga Owner",
  email: "olga@acme.example",
  password: "a password that is long enough",
};

/** An installation in which nobody has an account yet. */
const open = async () => {
  const setUpGate = createSetUpGate({ isOpen: true });
  const { app, close } = await takeTurn(() => createTestApp({ setUpGate }));
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    place: { world: { publicUrl: `http://127.0.0.1:${port}` } },
    token: setUpGate.token(),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await close();
    },
  };
};

/** Sets up a new installation with one field changed; what its owner then sees. */
const toScenario = (
  field: string,
  values: readonly string[],
  see: (client: Client, place: Place) => Promise<unknown>,
): Scenario => ({
  values,
  play: async (value) => {
    const { place, token, close } = await open();
    const given = { token, ...body, ...(value === "as printed" ? {} : { [field]: value }) };
    try {
      return await see(await signIn(place, "setUp", given), place);
    } catch (error) {
      if (error instanceof Refusal && error.code === "unauthenticated") return "nobody is let in";
      throw error;
    } finally {
      await close();
    }
  },
});

const readSession = (client: Client) => client.send("getSession");

const signInAgain = async (_client: Client, place: Place): Promise<unknown> => {
  const { email, password } = body;
  return (await (await signIn(place, "signIn", { email, password })).send("getSession")).user?.name;
};

/** The first account of an installation, one installation a play. */
export const setUpScenarios = (): Scenarios => ({
  "setUp.body.token": toScenario("token", ["as printed", "another, of the same length"], async (client) => {
    return (await readSession(client)).role;
  }),
  "setUp.body.accountName": toScenario("accountName", ["Acme", "Bolt"], async (client) => {
    return (await readSession(client)).account.name;
  }),
  "setUp.body.timeZone": toScenario("timeZone", ["America/New_York", "Asia/Tokyo"], async (client) => {
    return new Date((await client.send("getDashboard")).today.from).getUTCHours();
  }),
  "setUp.body.currency": toScenario("currency", ["USD", "EUR"], async (client) => {
    return (await client.send("getDashboard")).currency;
  }),
  "setUp.body.name": toScenario("name", ["Olga", "Otto"], async (client) => {
    return (await client.send("listUsers")).items.map(({ name }) => name);
  }),
  "setUp.body.email": toScenario("email", [body.email, "otto@acme.example"], signInAgain),
  "setUp.body.password": toScenario("password", [body.password, "another password"], signInAgain),
});
