import type { CarrierAccount } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Sealer } from "#sealing.ts";
import { type CarrierAccountInput, connectCarrierAccount } from "./connect-carrier-account.ts";

export const createCarrierAccount = ({
  pools,
  sealer,
  ctx,
  input,
}: Verb<CarrierAccountInput> & { sealer: Sealer }): Promise<CarrierAccount> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const after = await connectCarrierAccount(tx, sealer, input);
    const change = { action: "create", noun: "carrier-account", nounId: String(after.id) };
    return { result: after, change: { ...change, before: null, after, book: true } };
  });
