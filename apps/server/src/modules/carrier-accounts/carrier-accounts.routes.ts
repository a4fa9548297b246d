import type { Routes } from "#http/implementation.ts";
import { createCarrierAccount } from "#modules/accounts/create-carrier-account.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";
import { removeCarrierAccount } from "#modules/accounts/remove-carrier-account.ts";
import { updateCarrierAccount } from "#modules/accounts/update-carrier-account.ts";
import { connectSimulator } from "./connect-simulator.ts";
import { verifyCarrierAccount } from "./verify-carrier-account.ts";

export const carrierAccountRoutes: Routes<
  | "listCarrierAccounts"
  | "createCarrierAccount"
  | "connectSimulator"
  | "updateCarrierAccount"
  | "removeCarrierAccount"
  | "verifyCarrierAccount"
> = {
  listCarrierAccounts: ({ deps, ctx, input }) =>
    listCarrierAccounts({ pools: deps.pools, ctx, input: input.query }),
  createCarrierAccount: ({ deps, ctx, input }) =>
    createCarrierAccount({ pools: deps.pools, sealer: deps.sealer, ctx, input: input.body }),
  connectSimulator: ({ deps: { pools, sealer, simulatorUrl }, ctx }) =>
    connectSimulator({ pools, sealer, ctx, simulatorUrl }),
  updateCarrierAccount: ({ deps: { pools, sealer, clock }, ctx, input }) =>
    updateCarrierAccount({
      pools,
      sealer,
      ctx,
      now: clock.now(),
      input: { id: input.params.id, patch: input.body },
    }),
  removeCarrierAccount: ({ deps, ctx, input }) =>
    removeCarrierAccount({ pools: deps.pools, ctx, input: input.params }),
  verifyCarrierAccount: ({ deps, ctx, input }) => verifyCarrierAccount({ deps, ctx, input: input.params }),
};
