import type { Routes } from "#http/implementation.ts";
import { createSignInLink } from "./create-sign-in-link.ts";
import { createUser } from "./create-user.ts";
import { listUsers } from "./list-users.ts";
import { removeUser } from "./remove-user.ts";
import { updateUser } from "./update-user.ts";

export const userRoutes: Routes<
  "listUsers" | "createUser" | "updateUser" | "removeUser" | "createSignInLink"
> = {
  listUsers: ({ deps, ctx, input }) => listUsers({ pools: deps.pools, ctx, input: input.query }),
  createUser: ({ deps, ctx, input }) =>
    createUser({ pools: deps.pools, ctx, input: input.body, publicUrl: deps.publicUrl }),
  updateUser: ({ deps, ctx, input }) =>
    updateUser({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  removeUser: ({ deps, ctx, input }) => removeUser({ pools: deps.pools, ctx, input: input.params }),
  createSignInLink: ({ deps, ctx, input }) =>
    createSignInLink({ pools: deps.pools, ctx, input: input.params, publicUrl: deps.publicUrl }),
};
