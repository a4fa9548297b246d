import type { Demo } from "@ccp/contract";
import { changeAccount } from "#modules/audit/change-account.ts";
import { writeTraffic } from "./demo.store.ts";
import { type DemoVerb, getDemoIn, requireLoaded, requireSimulator } from "./get-demo.ts";

/** Acts on the next call: whoever places them looks each time, and again at who was quiet once the book has moved. */
export const setDemoTraffic = async ({
  deps,
  ctx,
  input,
}: DemoVerb & { input: { traffic: "running" | "paused" } }): Promise<Demo> => {
  if (input.traffic === "running") requireSimulator(deps);
  return changeAccount({ pools: deps.pools, ctx }, async (tx) => {
    const before = await getDemoIn(tx, deps);
    requireLoaded(before);
    await writeTraffic(tx, input.traffic);
    const after = await getDemoIn(tx, deps);
    const change = { action: "set-traffic", noun: "demo", nounId: ctx.accountId, before, after, book: true };
    return { result: after, change };
  });
};
