import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "./app-error.ts";

const windowSeconds = 15 * 60;
const triesPerEmail = 10;
const triesPerNetwork = 30;

/**
 * Counts attempts to sign in; a success forgets the failures of that e-mail address. An attempt that could not be
 * judged is none.
 */
export type SignInLimits = {
  /** Rejects with `rate-limited` before the attempt is made. `email` is null where a link is redeemed. */
  attempt<Result>(
    who: { email: string | null; address: string },
    work: () => Promise<Result | null>,
  ): Promise<Result | null>;
};

const toGroups = (text: string): string[] => (text === "" ? [] : text.split(":"));

/** The first half of an address, with the zeros that `::` stands for. */
const toNetwork6 = (address: string): string => {
  const [before = [], after = []] = address.split("::").map(toGroups);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  const network = [...before, ...zeros, ...after].slice(0, 4);
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
};

/** Neighbouring addresses are usually one person's. */
const toNetwork = (address: string): string => {
  const plain = address.replace(/^::ffff:/, "");
  return isIPv6(plain) ? toNetwork6(plain) : plain.split(".").slice(0, 3).join(".");
};

const consume = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError("rate-limited", "Too many attempts to sign in; wait a few minutes.", {
      retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000),
    });
  }
};

export const createSignInLimits = (): SignInLimits => {
  const emails = new RateLimiterMemory({ points: triesPerEmail, duration: windowSeconds });
  const networks = new RateLimiterMemory({ points: triesPerNetwork, duration: windowSeconds });
  return {
    attempt: async ({ email, address }, work) => {
      const emailKey = email?.trim().toLowerCase();
      const network = toNetwork(address);
      await consume(networks, network);
      if (emailKey !== undefined) await consume(emails, emailKey);
      const result = await work().catch(async (error: unknown) => {
        await networks.reward(network);
        if (emailKey !== undefined) await emails.reward(emailKey);
        throw error;
      });
      if (result !== null) {
        await networks.reward(network);
        if (emailKey !== undefined) await emails.delete(emailKey);
      }
      return result;
    },
  };
};
