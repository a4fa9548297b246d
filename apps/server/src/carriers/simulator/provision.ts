import { toWebhooks } from "#carriers/twilio/webhooks.ts";

/** What the simulated carrier must know of one of our carrier accounts, so that its numbers ring here. */
export type SimulatedAccount = { accountRef: string; authToken: string; numbers: readonly string[] };

type ProvisionOptions = { simulatorUrl: string; publicUrl: string };

/** Has the simulator know accounts and numbers; what it knows already stays. */
export type Provision = (account: SimulatedAccount) => Promise<void>;

const alreadyThere = 422;

const post = async (address: string, body: unknown): Promise<void> => {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  });
  const text = await answer.text();
  if (!answer.ok && answer.status !== alreadyThere) {
    throw new Error(`The simulated carrier refused with ${answer.status}: ${text.slice(0, 200)}`);
  }
};

export const createProvision = ({ simulatorUrl, publicUrl }: ProvisionOptions): Provision => {
  const done = new Set<string>();
  return async ({ accountRef, authToken, numbers }) => {
    if (!done.has(accountRef))
      await post(`${simulatorUrl}/simulator/accounts`, { sid: accountRef, authToken });
    done.add(accountRef);
    for (const phoneNumber of numbers.filter((number) => !done.has(`${accountRef} ${number}`))) {
      await post(`${simulatorUrl}/simulator/numbers`, {
        accountSid: accountRef,
        phoneNumber,
        ...toWebhooks(publicUrl),
      });
      done.add(`${accountRef} ${phoneNumber}`);
    }
  };
};
