import { api, type Endpoint, type EndpointId, isAllowed } from "@ccp/contract";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { AppError } from "./app-error.ts";
import type { Context } from "./context.ts";
import type { HttpDeps } from "./deps.ts";
import type { Implementations, Visitor } from "./implementation.ts";
import { parseInput } from "./parse-input.ts";
import { getRequestId } from "./request-id.ts";
import { sendAnswer } from "./send-answer.ts";
import type { SignInLimits } from "./sign-in-limits.ts";
import { isStillAllowed } from "./still-allowed.ts";
import { toVisitor } from "./visitor.ts";

/** Finds out who asks; rejects with `unauthenticated` when nobody can be told. */
export type Authenticate = (request: Request, response: Response) => Promise<Context>;

type MountUsing = { deps: HttpDeps; authenticate: Authenticate; limits: SignInLimits };

type AnyImplementation = (invocation: {
  deps: HttpDeps;
  ctx: Context | undefined;
  input: unknown;
  visitor: Visitor;
}) => Promise<unknown>;

/** Forgets which entry it belongs to. Sound because the input was parsed by that same entry's schemas. */
const toAny = (implementations: Implementations, id: EndpointId): AnyImplementation =>
  implementations[id] as unknown as AnyImplementation;

const checkPermission = (endpoint: Endpoint, ctx: Context): Context => {
  if (!isAllowed(ctx.role, endpoint.permission)) {
    throw new AppError("forbidden", `The role ${ctx.role} may not do this.`);
  }
  return ctx;
};

const handle =
  (
    endpoint: Endpoint,
    implementation: AnyImplementation,
    { deps, authenticate, limits }: MountUsing,
  ): RequestHandler =>
  async (request, response) => {
    const permit = async (): Promise<Context> =>
      checkPermission(endpoint, await authenticate(request, response));
    const ctx = endpoint.permission === "public" ? undefined : await permit();
    const input = parseInput(endpoint, request);
    const result = await implementation({
      deps,
      ctx,
      input,
      visitor: toVisitor(request, { clock: deps.clock, limits, requestId: getRequestId(response) }),
    });
    await sendAnswer(endpoint.answer, result, {
      request,
      response,
      clock: deps.clock,
      isAllowed: () => isStillAllowed(request, permit),
    });
  };

/** One Express route for each entry of the contract's table: authenticate, permit, parse, do, answer. */
export const mountApi = (implementations: Implementations, using: MountUsing): Router => {
  const router = Router();
  const ids = Object.keys(api) as EndpointId[];
  for (const id of ids) {
    const endpoint: Endpoint = api[id];
    const method = endpoint.method.toLowerCase() as "get" | "post" | "put" | "patch" | "delete";
    router[method](endpoint.path, handle(endpoint, toAny(implementations, id), using));
  }
  return router;
};
