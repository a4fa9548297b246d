import { findApiKey } from "#modules/accounts/find-api-key.ts";
import { seeUser } from "#modules/users/see-user.ts";
import { AppError } from "./app-error.ts";
import { findBearerKey } from "./bearer.ts";
import type { Context } from "./context.ts";
import type { HttpDeps } from "./deps.ts";
import type { Authenticate } from "./mount.ts";
import { getRequestId } from "./request-id.ts";
import { findSignedIn } from "./signed-in.ts";

const unauthenticated = (message: string): AppError => new AppError("unauthenticated", message);

const fromKey = async (
  { pools }: HttpDeps,
  { key, requestId }: { key: string; requestId: string },
): Promise<Context> => {
  const found = await findApiKey({ pools, key });
  if (found === undefined) throw unauthenticated("This API key is unknown or revoked.");
  const { accountId, apiKeyId, role } = found;
  return { accountId, actor: { kind: "api-key", id: apiKeyId }, role, requestId };
};

/** By API key where one is sent, else by the browser's session. Roles are read anew each time, so that a change of them acts at once. */
export const createAuthenticate =
  (deps: HttpDeps): Authenticate =>
  async (request, response) => {
    const requestId = getRequestId(response);
    const key = findBearerKey(request);
    if (key !== undefined) return fromKey(deps, { key, requestId });
    const signedIn = findSignedIn(request, deps.clock.now());
    const user = signedIn && (await seeUser({ pools: deps.pools, ...signedIn }));
    if (signedIn === undefined || user === undefined) throw unauthenticated("Sign in first.");
    const actor = { kind: "user", id: String(user.id) } as const;
    return { accountId: signedIn.accountId, actor, role: user.role, requestId };
  };
