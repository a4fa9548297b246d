import { randomUUID } from "node:crypto";
import type { Pools } from "#db/client.ts";
import type { Context } from "#http/context.ts";
import { createAccount } from "#modules/accounts/create-account.ts";
import { createCarrierAccount } from "#modules/accounts/create-carrier-account.ts";
import { createSealer } from "#sealing.ts";

/** Seals whatever test accounts keep sealed. */
export const testSealer = createSealer([{ id: "test", secret: "the sealing key of all test accounts" }]);

export type TestAccount = {
  accountId: string;
  /** Acts as the account's owner. */
  ctx: Context;
  /** A simulated carrier account, claimed in the directory, with its token in clear. */
  carrierAccount: { id: number; accountRef: string; authToken: string };
};

/** A fresh account with an owner, who has no password, and one carrier account. */
export const createTestAccount = async (pools: Pools): Promise<TestAccount> => {
  const word = randomUUID().replaceAll("-", "");
  const { accountId, userId } = await createAccount({
    pools,
    input: {
      name: `Test ${word}`,
      currency: "USD",
      timeZone: "America/New_York",
      isDemo: false,
      owner: { email: `owner@${word}.example`, name: "Owner", password: null },
    },
  });
  const ctx: Context = {
    accountId,
    actor: { kind: "user", id: String(userId) },
    role: "owner",
    requestId: null,
  };
  const input = {
    carrier: "simulator",
    name: "Simulator",
    accountRef: `ACfacade${word.slice(0, 26)}`,
    authToken: word,
  } as const;
  const { id } = await createCarrierAccount({ pools, sealer: testSealer, ctx, input });
  return { accountId, ctx, carrierAccount: { id, accountRef: input.accountRef, authToken: input.authToken } };
};
