import type { Pools } from "#db/client.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { insertApiKey } from "./api-keys.store.ts";
import { createAccount, type CreatedAccount } from "./create-account.ts";
import { findApiKey } from "./find-api-key.ts";
import { findLogin } from "./find-login.ts";
import { toSystemContext } from "./system-context.ts";

export type InitialAccount = { accountName: string; email: string; password: string; apiKey: string | null };

const ensureApiKey = async (pools: Pools, accountId: string, key: string): Promise<void> => {
  const known = await findApiKey({ pools, key });
  if (known?.accountId === accountId) return;
  if (known !== undefined) throw new Error("CCP_INIT_API_KEY is the key of another account.");
  const input = { name: "Set-up", role: "owner" } as const;
  await changeAccount({ pools, ctx: toSystemContext(accountId) }, async (tx) => {
    const after = await insertApiKey(tx, input, key);
    return {
      result: undefined,
      change: { action: "create", noun: "api-key", nounId: after.id, before: null, after, book: false },
    };
  });
};

/** The account, owner and API key that the environment asks for. What exists is left as it is, whatever it says now. */
export const ensureInitialAccount = async ({
  pools,
  input,
}: {
  pools: Pools;
  input: InitialAccount;
}): Promise<CreatedAccount> => {
  const login = await findLogin({ pools, email: input.email });
  const { accountId, userId } =
    login ??
    (await createAccount({
      pools,
      input: {
        name: input.accountName,
        currency: "USD",
        timeZone: "America/New_York",
        isDemo: false,
        owner: { email: input.email, name: "Owner", password: input.password },
      },
    }));
  if (input.apiKey !== null) await ensureApiKey(pools, accountId, input.apiKey);
  return { accountId, userId };
};
