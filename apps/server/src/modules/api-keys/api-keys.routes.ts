import type { Routes } from "#http/implementation.ts";
import { createApiKey } from "#modules/accounts/create-api-key.ts";
import { listApiKeys } from "#modules/accounts/list-api-keys.ts";
import { revokeApiKey } from "#modules/accounts/revoke-api-key.ts";

export const apiKeyRoutes: Routes<"listApiKeys" | "createApiKey" | "revokeApiKey"> = {
  listApiKeys: ({ deps, ctx, input }) => listApiKeys({ pools: deps.pools, ctx, input: input.query }),
  createApiKey: ({ deps, ctx, input }) => createApiKey({ pools: deps.pools, ctx, input: input.body }),
  revokeApiKey: ({ deps, ctx, input }) => revokeApiKey({ pools: deps.pools, ctx, input: input.params }),
};
