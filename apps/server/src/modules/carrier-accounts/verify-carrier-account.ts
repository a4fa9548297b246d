import type { CarrierAccount, CarrierVerification } from "@ccp/contract";
import { inspectAccount } from "#carriers/twilio/inspect-account.ts";
import { toWebhooks } from "#carriers/twilio/webhooks.ts";
import { withAccount } from "#db/transaction.ts";
import type { HttpDeps } from "#http/deps.ts";
import type { Verb } from "#http/verb.ts";
import { getCarrierAccess, getCarrierAccountRow } from "#modules/accounts/get-carrier-access.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findProblems } from "./find-problems.ts";

type VerifyDeps = Pick<HttpDeps, "pools" | "sealer" | "publicUrl" | "simulatorUrl" | "clock">;

/** The simulated carrier stands in wherever the server runs with it, and speaks like the real one. */
const toBaseUrl = ({ simulatorUrl }: VerifyDeps, { carrier }: CarrierAccount) =>
  carrier === "simulator" && simulatorUrl !== null ? { baseUrl: simulatorUrl } : {};

/** Asks the carrier itself; what it said is kept as the audit log's word on the account. */
export const verifyCarrierAccount = async ({
  deps,
  ctx,
  input,
}: Omit<Verb<{ id: number }>, "pools"> & { deps: VerifyDeps }): Promise<CarrierVerification> => {
  const { pools, sealer, publicUrl, clock } = deps;
  const access = await withAccount(pools.app, ctx.accountId, (tx) => getCarrierAccess(tx, sealer, input.id));
  const { carrierAccount, authToken, numbers } = access;
  // Outside of any transaction: the carrier may take its time.
  const { accountRef } = carrierAccount;
  const inspection = await inspectAccount({ accountRef, authToken, ...toBaseUrl(deps, carrierAccount) });
  const problems = findProblems(inspection, numbers, toWebhooks(publicUrl));
  const isVerified = problems.length === 0;
  await changeAccount({ pools, ctx, permission: "administer" }, () => {
    const after = {
      name: carrierAccount.name,
      isVerified,
      problems: problems.map(({ sentence }) => sentence),
    };
    const change = {
      action: "verify",
      noun: "carrier-account",
      nounId: String(input.id),
      before: null,
      after,
    };
    return Promise.resolve({ result: undefined, change: { ...change, book: false } });
  });
  return {
    carrierAccount: await withAccount(pools.app, ctx.accountId, (tx) => getCarrierAccountRow(tx, input.id)),
    checkedAt: new Date(clock.now()).toISOString(),
    isVerified,
    accountStatus: inspection.kind === "known" ? inspection.status : null,
    numbersChecked: inspection.kind === "known" ? numbers.length : 0,
    problems,
  };
};
