import type { TestCall } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { toCallId } from "#live/call-id.ts";
import { getSimulatedCall } from "./simulator.ts";
import { hasSimulatedAccount } from "./test-calls.store.ts";

/** What every verb on a test call needs. */
export type TestCallVerb = { pools: Pools; ctx: Context; simulatorUrl: string; id: string };

/** The simulated call, if it runs on a carrier account of this account; another's is as absent as none. */
export const getOwnTestCall = async ({ pools, ctx, simulatorUrl, id }: TestCallVerb): Promise<TestCall> => {
  const call = await getSimulatedCall(simulatorUrl, id);
  const isOwn = await withAccount(pools.app, ctx.accountId, (tx) => hasSimulatedAccount(tx, call.accountSid));
  if (!isOwn) throw notFound("test call");
  return {
    id: call.callSid,
    callId: toCallId({ carrier: "simulator", accountRef: call.accountSid }, call.callSid),
    from: call.from,
    to: call.to,
    status: call.status,
  };
};
