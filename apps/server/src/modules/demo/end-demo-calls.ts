import { withAccount } from "#db/transaction.ts";
import { type LiveDemoCall, selectLiveDemoCalls } from "./demo-state.store.ts";
import type { DemoVerb } from "./get-demo.ts";

/** Longer than it takes the carrier to end a call and tell so. */
const waitMaxMs = 10_000;

const hangUp = async ({ deps, ctx }: DemoVerb, call: LiveDemoCall): Promise<void> => {
  const client = deps.findCarrierClient(ctx.accountId, call.carrierAccountId);
  try {
    await client?.endCall(call.carrierCallRef);
  } catch (error) {
    deps.log.info({ err: error, callId: call.id }, "a demonstration call could not be hung up");
  }
};

/**
 * Hangs up the demonstration's calls and waits until they are over, so that nobody goes on talking to a target that is
 * gone. Bounded: a carrier that does not answer stops no removal, since nothing is booked of removed calls any more.
 */
export const endDemoCalls = async (verb: DemoVerb): Promise<void> => {
  const { clock, pools, subscribe } = verb.deps;
  const { accountId } = verb.ctx;
  const hungUp = new Set<string>();
  const late = new AbortController();
  let ring: (() => void) | undefined;
  const unsubscribe = subscribe(accountId, () => ring?.());
  const timer = clock.setTimeout(() => {
    late.abort();
    ring?.();
  }, waitMaxMs);
  try {
    while (!late.signal.aborted) {
      const rung = new Promise<void>((resolve) => (ring = resolve));
      const live = await withAccount(pools.app, accountId, selectLiveDemoCalls);
      if (live.length === 0) return;
      const fresh = live.filter(({ id }) => !hungUp.has(id));
      for (const { id } of fresh) hungUp.add(id);
      await Promise.all(fresh.map((call) => hangUp(verb, call)));
      await rung;
    }
  } finally {
    clock.clearTimeout(timer);
    unsubscribe();
  }
};
