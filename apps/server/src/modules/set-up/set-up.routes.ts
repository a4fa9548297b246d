import { withDirectory } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Routes } from "#http/implementation.ts";
import { hasAccounts } from "#modules/accounts/has-accounts.ts";
import { startSession } from "#modules/sessions/start-session.ts";
import { setUp } from "./set-up.ts";

export const setUpRoutes: Routes<"getSetUp" | "setUp"> = {
  getSetUp: async ({ deps }) => ({
    isOpen: deps.setUpGate.token() !== null && !(await withDirectory(deps.pools.app, hasAccounts)),
  }),
  setUp: async ({ deps, input, visitor }) => {
    visitor.session.requirePossible();
    const who = await visitor.limits.attempt({ email: null, address: visitor.address }, () =>
      setUp({ pools: deps.pools, gate: deps.setUpGate, input: input.body }),
    );
    if (who === null) {
      throw new AppError("unauthenticated", "This link is not valid any more; the server prints a new one.");
    }
    await deps.onSetUp(who.accountId);
    return startSession({ deps, who, visitor, action: "set-up" });
  },
};
