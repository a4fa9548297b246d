import { promisify } from "node:util";
import type { Request } from "express";
import type { Clock } from "#clock.ts";
import type { Visitor } from "./implementation.ts";
import type { SignInLimits } from "./sign-in-limits.ts";
import { writeSignedIn } from "./signed-in.ts";

/** What sign-in and sign-out need of a request. */
export const toVisitor = (
  request: Request,
  { clock, limits }: { clock: Clock; limits: SignInLimits },
): Visitor => ({
  address: request.ip ?? "unknown",
  limits,
  session: {
    start: async ({ accountId, userId }) => {
      // A new id, so that an id planted before signing in is worth nothing after it.
      await promisify(request.session.regenerate.bind(request.session))();
      writeSignedIn(request, { accountId, userId, at: clock.now() });
      await promisify(request.session.save.bind(request.session))();
    },
    end: async () => {
      await promisify(request.session.destroy.bind(request.session))();
    },
  },
});
