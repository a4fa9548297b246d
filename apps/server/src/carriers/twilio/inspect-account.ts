import { loadClient, type TwilioClientOptions } from "./load-client.ts";

/** An address that the carrier asks, with the method by which it does. */
export type Address = { url: string; method: string };

/** A number as the carrier has it. */
export type CarrierNumber = {
  /** In E.164. */
  number: string;
  voice: Address;
  voiceFallback: Address;
  statusCallback: Address;
  /** An application or a trunk that takes the number's calls in place of its own addresses; null for none. */
  takenBy: string | null;
};

export type Inspection =
  | { kind: "known"; status: string; numbers: CarrierNumber[] }
  | { kind: "refused"; message: string }
  | { kind: "unreachable"; message: string };

const numbersMax = 10_000;
const pageSize = 1_000;

const isRefusal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "status" in error &&
  [401, 403, 404].includes(Number(error.status));

/** Asks the carrier how the account and all of its numbers stand. Never rejects. */
export const inspectAccount = async (options: TwilioClientOptions): Promise<Inspection> => {
  try {
    const client = await loadClient(options);
    const { status } = await client.api.v2010.accounts(options.accountRef).fetch();
    const numbers = await client.incomingPhoneNumbers.list({ limit: numbersMax, pageSize });
    return {
      kind: "known",
      status,
      numbers: numbers.map((found) => ({
        number: found.phoneNumber,
        voice: { url: found.voiceUrl, method: found.voiceMethod },
        voiceFallback: { url: found.voiceFallbackUrl, method: found.voiceFallbackMethod },
        statusCallback: { url: found.statusCallback, method: found.statusCallbackMethod },
        takenBy: found.trunkSid || found.voiceApplicationSid || null,
      })),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: isRefusal(error) ? "refused" : "unreachable", message };
  }
};
