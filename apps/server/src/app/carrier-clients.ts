import type { CarrierClient } from "#carriers/carrier.ts";
import { createTwilioClient } from "#carriers/twilio/client.ts";
import type { Env } from "#env.ts";
import type { CarrierAccountEntry, Snapshot } from "#live/snapshot/snapshot.ts";

/** One REST client per carrier account and token, made when it is first needed. */
export const createCarrierClients = (env: Env, snapshot: Snapshot) => {
  const clients = new Map<string, { authToken: string; client: CarrierClient }>();

  const open = ({
    carrier,
    accountRef,
    authTokens: [authToken = ""],
  }: CarrierAccountEntry): CarrierClient => {
    const known = clients.get(accountRef);
    if (known?.authToken === authToken) return known.client;
    const baseUrl = carrier === "simulator" ? { baseUrl: env.simulatorUrl } : {};
    const client = createTwilioClient({ accountRef, authToken, ...baseUrl });
    clients.set(accountRef, { authToken, client });
    return client;
  };

  return {
    open,
    find: (accountId: string, carrierAccountId: number): CarrierClient | undefined => {
      const found = snapshot.find(accountId)?.carrierAccounts.find(({ id }) => id === carrierAccountId);
      return found && open(found);
    },
  };
};
