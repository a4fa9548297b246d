import { promisify } from "node:util";
import type { Request } from "express";
import type { Clock } from "#clock.ts";
import { AppError } from "./app-error.ts";
import type { Visitor } from "./implementation.ts";
import type { SignInLimits } from "./sign-in-limits.ts";
import { writeSignedIn } from "./signed-in.ts";

/** Requests that show an API key are given no session. */
const hasSession = (request: Partial<Pick<Request, "session">>): boolean => request.session !== undefined;

/** What sign-in and sign-out need of a request. */
export const toVisitor = (
  request: Request,
  { clock, limits, requestId }: { clock: Clock; limits: SignInLimits; requestId: string },
): Visitor => ({
  requestId,
  address: request.ip ?? "unknown",
  limits,
  session: {
    requirePossible: () => {
      if (!hasSession(request)) throw new AppError("invalid", "Sign in without an API key.");
    },
    start: async ({ accountId, userId }) => {
      // A new id, so that an id planted before signing in is worth nothing after it.
      await promisify(request.session.regenerate.bind(request.session))();
      writeSignedIn(request, { accountId, userId, at: clock.now() });
      await promisify(request.session.save.bind(request.session))();
    },
    end: async () => {
      if (hasSession(request)) await promisify(request.session.destroy.bind(request.session))();
    },
  },
});
