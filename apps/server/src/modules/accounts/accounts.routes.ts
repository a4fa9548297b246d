import type { Routes } from "#http/implementation.ts";
import { getAccount } from "./get-account.ts";
import { updateAccount } from "./update-account.ts";

export const accountRoutes: Routes<"getAccount" | "updateAccount"> = {
  getAccount: ({ deps, ctx }) => getAccount({ pools: deps.pools, ctx }),
  updateAccount: ({ deps, ctx, input }) => updateAccount({ pools: deps.pools, ctx, input: input.body }),
};
