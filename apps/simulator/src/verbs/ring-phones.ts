import { startTimer, waitFor } from "#calls/wait.ts";
import { startChild, stopChild, type Child, type DialRun } from "./child.ts";
import type { Noun } from "./nouns.ts";

/** Rings phones side by side until one may be bridged; undefined when none will be. */
export const ringTogether = async (
  run: DialRun,
  nouns: readonly Noun[],
  deadlineAt: number,
): Promise<Child | undefined> => {
  const { machine } = run.parent;
  const { parallelWinner, losingLegStatus } = machine.world.switches.behaviour;
  const phones = nouns.map((noun) => startChild(run, noun));
  const stopOthers = (kept: Child): void => {
    for (const phone of phones) if (phone !== kept) stopChild(run, phone, losingLegStatus);
  };
  for (;;) {
    const ready = phones.find(({ state }) => state === "ready");
    if (ready !== undefined) {
      stopOthers(ready);
      return ready;
    }
    const screening = phones.find(({ state }) => state === "screening");
    if (screening !== undefined && parallelWinner === "first-answer") stopOthers(screening);
    if (phones.every(({ state }) => isOver(state))) return undefined;
    const remainingMs = screening === undefined ? deadlineAt - machine.clock.now() : Number.POSITIVE_INFINITY;
    if (remainingMs <= 0) {
      for (const phone of phones) stopChild(run, phone, "no-answer");
      return undefined;
    }
    await waitForNews(run, remainingMs);
  }
};

/** Rings phones one after the other. */
export const ringInTurn = async (
  run: DialRun,
  nouns: readonly Noun[],
  timeoutMs: number,
): Promise<Child | undefined> => {
  const { clock, world } = run.parent.machine;
  const isWholeList = world.switches.behaviour.sequentialTimeout === "whole-list";
  const listEndsAt = clock.now() + timeoutMs;
  for (const noun of nouns) {
    const child = await ringTogether(run, [noun], isWholeList ? listEndsAt : clock.now() + timeoutMs);
    if (child !== undefined) return child;
  }
  return undefined;
};

const isOver = (state: Child["state"]): boolean => ["ended", "refused", "left"].includes(state);

/** Waits until a phone changes its state, at most so long. */
export const waitForNews = async (run: DialRun, ms: number): Promise<void> =>
  waitFor<void>(run.parent, (wake) => {
    run.onNews = wake;
    const stop = ms === Number.POSITIVE_INFINITY ? () => {} : startTimer(run.parent, ms, wake);
    return () => {
      delete run.onNews;
      stop();
    };
  });
