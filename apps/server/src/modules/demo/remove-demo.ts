import type { Demo } from "@ccp/contract";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { recordRows } from "#modules/plans/record-rows.ts";
import { adoptNeeded, deleteDemoNouns, removeDemoCalls, unlinkOwn } from "./demo-removal.store.ts";
import { endDemoCalls } from "./end-demo-calls.ts";
import { type DemoVerb, getDemo, getDemoIn, requireLoaded } from "./get-demo.ts";
import { setDemoTraffic } from "./set-demo-traffic.ts";

/** Few enough for one transaction to stay short, whatever a call has. */
const callsMax = 200;

/** In the last transaction, because the first of them ended the booking of such calls. */
const removeRest = async (tx: AccountTransaction): Promise<void> => {
  while ((await removeDemoCalls(tx, callsMax)) > 0);
};

const removeMostCalls = async ({ deps, ctx }: DemoVerb): Promise<void> => {
  const removeSome = () => withAccount(deps.pools.app, ctx.accountId, (tx) => removeDemoCalls(tx, callsMax));
  while ((await removeSome()) > 0);
};

/**
 * Takes away everything that the demonstration made and all that was booked of calls to its numbers; nothing else
 * changes, but that one's own nouns lead nowhere where they led to it. Answers when it is gone. Interrupted, it is
 * finished by asking again.
 */
export const removeDemo = async (verb: DemoVerb): Promise<Demo> => {
  const { deps, ctx } = verb;
  requireLoaded(await getDemo(verb));
  await setDemoTraffic({ ...verb, input: { traffic: "paused" } });
  await endDemoCalls(verb);
  await removeMostCalls(verb);
  return changeAccount({ pools: deps.pools, ctx, permission: "administer" }, async (tx) => {
    const before = await getDemoIn(tx, deps);
    requireLoaded(before);
    await removeRest(tx);
    // First: what becomes one's own keeps what is not the demonstration's.
    const kept = await adoptNeeded(tx);
    const unlinked = await unlinkOwn(tx);
    for (const { noun, id } of unlinked) {
      if (noun === "plan") await recordRows(tx, ctx, { planId: id, note: "Without the demonstration" });
    }
    await deleteDemoNouns(tx);
    const after = { unlinked, kept };
    const change = { action: "remove", noun: "demo", nounId: ctx.accountId, before, after, book: true };
    return { result: await getDemoIn(tx, deps), change };
  });
};
