import { AppError, invalidField } from "#http/app-error.ts";
import type { Routes } from "#http/implementation.ts";
import { redeemSignInLink } from "#modules/accounts/sign-in-link.ts";
import { signIn } from "#modules/accounts/sign-in.ts";
import { changePassword } from "#modules/users/change-password.ts";
import { getSession } from "./get-session.ts";
import { startSession } from "./start-session.ts";

export const sessionRoutes: Routes<
  "signIn" | "redeemSignInLink" | "getSession" | "signOut" | "changePassword"
> = {
  signIn: async ({ deps, input, visitor }) => {
    visitor.session.requirePossible();
    const { email } = input.body;
    const who = await visitor.limits.attempt({ email, address: visitor.address }, () =>
      signIn({ pools: deps.pools, ...input.body }),
    );
    if (who === null) throw new AppError("unauthenticated", "E-mail address or password is wrong.");
    return startSession({ deps, who, visitor, action: "sign-in" });
  },
  redeemSignInLink: async ({ deps, input, visitor }) => {
    visitor.session.requirePossible();
    const who = await visitor.limits.attempt({ email: null, address: visitor.address }, () =>
      redeemSignInLink({ pools: deps.pools, token: input.body.token }),
    );
    if (who === null) throw new AppError("unauthenticated", "This link was used already or is too old.");
    return startSession({ deps, who, visitor, action: "redeem-link" });
  },
  getSession: ({ deps, ctx }) =>
    getSession({ pools: deps.pools, ctx, testCalls: deps.simulatorUrl !== null }),
  signOut: async ({ visitor }) => {
    await visitor.session.end();
    return undefined;
  },
  changePassword: async ({ deps, ctx, input, visitor }) => {
    const owned = await visitor.limits.attempt({ email: null, address: visitor.address }, () =>
      changePassword({ pools: deps.pools, ctx, input: input.body }),
    );
    if (owned === null) throw invalidField("body.currentPassword", "This is not your present password.");
    await visitor.session.start(owned);
    return undefined;
  },
};
