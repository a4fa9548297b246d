import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { Pools } from "#db/client.ts";
import { withDirectory } from "#db/transaction.ts";
import type { Env } from "#env.ts";
import { ensureCarrierAccount } from "#modules/accounts/ensure-carrier-account.ts";
import { ensureInitialAccount } from "#modules/accounts/ensure-initial-account.ts";
import { findLogin } from "#modules/accounts/find-login.ts";
import { findOnlyAccount } from "#modules/accounts/find-only-account.ts";
import { hasAccounts } from "#modules/accounts/has-accounts.ts";
import { demoOwner } from "#modules/demo/demo-plan.ts";
import { seedDemo } from "#modules/demo/seed-demo.ts";
import type { Sealer } from "#sealing.ts";

type SetUpOptions = { env: Env; clock: Clock; log: Pick<Logger, "warn">; pools: Pools; sealer: Sealer };

export type Owner = { accountId: string; userId: number };

/** The carrier account that the settings name, if they do. Among several accounts it is not guessed whose it is. */
export const connectCarrier = async (
  { env, clock, log, pools, sealer }: SetUpOptions,
  accountId: string | undefined,
): Promise<void> => {
  const { twilioAccountSid, secrets } = env;
  if (twilioAccountSid === null || secrets.twilioAuthToken === null) return;
  const input = {
    carrier: "twilio",
    name: "Twilio",
    accountRef: twilioAccountSid,
    authToken: secrets.twilioAuthToken,
  } as const;
  const connected = await ensureCarrierAccount({ pools, sealer, accountId, input, now: clock.now() });
  // Before there are accounts, whoever sets the installation up will get it.
  if (connected !== undefined || !(await withDirectory(pools.app, hasAccounts))) return;
  log.warn("nobody has the carrier account of TWILIO_ACCOUNT_SID; connect it in Settings, Telephony");
};

/** Makes what the settings ask for, and says whom the printed link lets in; null where everybody has a way of their own. */
export const setUpAccounts = async (options: SetUpOptions): Promise<Owner | null> => {
  const { env, pools, sealer } = options;
  const { init, secrets } = env;
  const owner =
    init === null || secrets.initPassword === null
      ? null
      : await ensureInitialAccount({
          pools,
          input: { ...init, password: secrets.initPassword, apiKey: secrets.initApiKey },
        });
  const demo = env.demo ? await seedDemo({ pools, sealer }) : undefined;
  await connectCarrier(options, owner?.accountId ?? (await withDirectory(pools.app, findOnlyAccount)));
  // Nobody has a password in a demonstration, whatever is served beside it by now.
  return owner ?? demo ?? (await findLogin({ pools, email: demoOwner.email })) ?? null;
};
