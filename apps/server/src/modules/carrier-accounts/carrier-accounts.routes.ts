import type { Routes } from "#http/implementation.ts";
import { createCarrierAccount } from "#modules/accounts/create-carrier-account.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";

export const carrierAccountRoutes: Routes<"listCarrierAccounts" | "createCarrierAccount"> = {
  listCarrierAccounts: ({ deps, ctx, input }) =>
    listCarrierAccounts({ pools: deps.pools, ctx, input: input.query }),
  createCarrierAccount: ({ deps, ctx, input }) =>
    createCarrierAccount({ pools: deps.pools, sealer: deps.sealer, ctx, input: input.body }),
};
