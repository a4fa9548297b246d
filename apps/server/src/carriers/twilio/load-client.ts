import type { Twilio } from "twilio";

export type TwilioClientOptions = {
  accountRef: string;
  authToken: string;
  /** Where the REST API answers; the simulator's address in a demo. */
  baseUrl?: string;
};

export const defaultBaseUrl = "https://api.twilio.com";

const requestTimeoutMs = 5_000;

/** Twilio's package takes long to load, and few questions need it: not before the first one. */
export const loadClient = async ({
  accountRef,
  authToken,
  baseUrl = defaultBaseUrl,
}: TwilioClientOptions): Promise<Twilio> => {
  const { default: twilio } = await import("twilio");
  // Empty texts, because what is left out would be read from the environment.
  const client = new twilio.Twilio(accountRef, authToken, {
    accountSid: accountRef,
    edge: "",
    region: "",
    logLevel: "",
    timeout: requestTimeoutMs,
    autoRetry: false,
    keepAlive: true,
  });
  client.api.baseUrl = baseUrl;
  return client;
};
