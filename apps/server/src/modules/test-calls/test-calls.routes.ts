import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import type { HttpDeps } from "#http/deps.ts";
import type { Routes } from "#http/implementation.ts";
import { getOwnTestCall, type TestCallVerb } from "./get-own-test-call.ts";
import { listTestNumbers } from "./list-test-numbers.ts";
import { placeTestCall } from "./place-test-call.ts";
import { hangUp, pressKeys } from "./simulator.ts";
import { streamTestCall } from "./stream-test-call.ts";

const getSimulatorUrl = ({ simulatorUrl }: HttpDeps): string => {
  if (simulatorUrl === null) {
    throw new AppError("unavailable", "Test calls need the simulated carrier, and a real one is connected.");
  }
  return simulatorUrl;
};

const toVerb = (deps: HttpDeps, ctx: Context, { id }: { id: string }): TestCallVerb => ({
  pools: deps.pools,
  ctx,
  simulatorUrl: getSimulatorUrl(deps),
  id,
});

export const testCallRoutes: Routes<
  | "listTestNumbers"
  | "placeTestCall"
  | "getTestCall"
  | "sendTestCallDigits"
  | "hangUpTestCall"
  | "streamTestCall"
> = {
  listTestNumbers: ({ deps, ctx }) => listTestNumbers({ pools: deps.pools, ctx }),
  placeTestCall: async ({ deps, ctx, input }) =>
    placeTestCall({ pools: deps.pools, ctx, input: input.body, simulatorUrl: getSimulatorUrl(deps) }),
  getTestCall: async ({ deps, ctx, input }) => getOwnTestCall(toVerb(deps, ctx, input.params)),
  sendTestCallDigits: async ({ deps, ctx, input }) => {
    const { id } = await getOwnTestCall(toVerb(deps, ctx, input.params));
    await pressKeys(getSimulatorUrl(deps), id, input.body.digits);
    return undefined;
  },
  hangUpTestCall: async ({ deps, ctx, input }) => {
    const { id } = await getOwnTestCall(toVerb(deps, ctx, input.params));
    await hangUp(getSimulatorUrl(deps), id);
    return undefined;
  },
  streamTestCall: async ({ deps, ctx, input }) => streamTestCall(toVerb(deps, ctx, input.params)),
};
