import type { Interruption, Leg } from "./leg.ts";
import type { Session } from "./session.ts";

/** Thrown out of every wait of a leg that was hung up or redirected. */
export class InterruptedError extends Error {
  readonly interruption: Interruption;
  constructor(interruption: Interruption) {
    super(interruption.kind);
    this.interruption = interruption;
  }
}

/** Waits until `begin`'s waker is called; throws when the leg is interrupted, before or meanwhile. */
export const waitFor = async <T>(
  { call, leg }: Pick<Session, "call" | "leg">,
  begin: (wake: (value: T) => void) => () => void,
): Promise<T> => {
  throwIfInterrupted(leg);
  type Woken = { readonly kind: "woken"; readonly value: T } | { readonly kind: "interrupted" };
  const outcome = await call.activity.park<Woken>((wake) => {
    leg.onInterruption = () => {
      wake({ kind: "interrupted" });
    };
    const stop = begin((value) => {
      wake({ kind: "woken", value });
    });
    return () => {
      delete leg.onInterruption;
      stop();
    };
  });
  throwIfInterrupted(leg);
  if (outcome.kind === "interrupted") throw new Error("woken without an interruption");
  return outcome.value;
};

/** Lets time pass for a leg. */
export const sleep = (session: Pick<Session, "machine" | "call" | "leg">, ms: number): Promise<void> =>
  waitFor<void>(session, (wake) => startTimer(session, ms, wake));

/** A timer of a leg; answers what clears it. */
export const startTimer = (
  { machine, call }: Pick<Session, "machine" | "call">,
  ms: number,
  wake: () => void,
): (() => void) => {
  const timer = machine.clock.setTimeout(() => {
    wake();
    return call.activity.idle();
  }, ms);
  return () => {
    machine.clock.clearTimeout(timer);
  };
};

/** Makes a leg stop what it does; the first interruption stands. */
export const interrupt = (leg: Leg, interruption: Interruption): void => {
  if (leg.endedAt !== undefined) return;
  leg.interruption ??= interruption;
  leg.onInterruption?.();
};

export const throwIfInterrupted = (leg: Leg): void => {
  if (leg.interruption !== undefined) throw new InterruptedError(leg.interruption);
};
