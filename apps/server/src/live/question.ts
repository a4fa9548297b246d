import { nextDue, type CallFact, type CallState } from "@ccp/engine";
import type { CarrierClient } from "#carriers/carrier.ts";
import { toEvent } from "./answer-step.ts";
import { createLimiter } from "./limiter.ts";
import type { LiveParts } from "./live-parts.ts";
import type { Asked } from "./moments.ts";
import { askCarrier, type CarrierWord } from "./reconcile.ts";
import type { CarrierAccountEntry, Snapshot } from "./snapshot/snapshot.ts";

export type QuestionOptions = {
  parts: () => LiveParts;
  snapshot: Snapshot;
  openCarrier: (carrierAccount: CarrierAccountEntry) => CarrierClient;
};

/** Asks the carrier about calls and records what it says, a few calls at a time. */
export type Questions = {
  /** Resolves with how the asking stands; rejects when the journal does not take the answer. */
  ask(state: CallState, before: Asked | undefined): Promise<Asked>;
};

const askingMax = 4;
// The carrier has to say so this often before a call counts as gone from its books.
const unknownMost = 3;

const findAccount = (
  snapshot: Snapshot,
  { accountId, arrived }: CallState,
): CarrierAccountEntry | undefined =>
  snapshot.find(accountId)?.carrierAccounts.find(({ id }) => id === arrived?.carrierAccountId);

/** The end of a call of which its carrier has no record. */
const toGone = (callRef: string): CallFact => ({
  kind: "leg",
  ref: callRef,
  parentRef: null,
  attempt: null,
  status: "failed",
  seconds: null,
  sequence: null,
  carrierAt: null,
  sipCode: null,
  source: "record",
});

export const createQuestions = ({ parts, snapshot, openCarrier }: QuestionOptions): Questions => {
  const limiter = createLimiter(askingMax);

  const hear = (state: CallState, callRef: string): Promise<CarrierWord> => {
    const account = findAccount(snapshot, state);
    if (account !== undefined)
      return limiter.run(() => askCarrier(() => openCarrier(account), state, callRef));
    return Promise.resolve({ kind: "unreachable", error: new Error("The call's carrier account is gone.") });
  };

  const record = (state: CallState, facts: readonly CallFact[]): Promise<void> => {
    const { recorder, clock } = parts();
    return recorder.record(facts.map((fact) => toEvent(state, clock.now(), fact)));
  };

  /** The carrier has just confirmed that they still talk, so a conversion that came due meanwhile counts. */
  const convertIfDue = async (callId: string): Promise<void> => {
    const { contexts, clock } = parts();
    const state = contexts.find(callId);
    const due = state === undefined ? null : nextDue(state);
    if (state === undefined || due?.kind !== "convert" || due.at > clock.now()) return;
    await record(state, [{ kind: "converted", attempt: due.attempt }]);
  };

  return {
    ask: async (state, before) => {
      const { clock, tally, log } = parts();
      const { callId } = state;
      const callRef = state.arrived?.carrierCallRef ?? "";
      const word = await hear(state, callRef);
      const unknown = (before?.unknown ?? 0) + (word.kind === "unknown-call" ? 1 : 0);
      tally.add(`asked.${word.kind}`);
      if (word.kind === "known") {
        await record(state, word.facts);
        await convertIfDue(callId);
      } else if (word.kind === "unreachable") {
        log.warn({ callId, err: word.error }, "the carrier could not be asked about a call");
      } else if (unknown >= unknownMost && state.status !== "ended") {
        log.warn({ callId }, "the carrier has no record of a call");
        await record(state, [toGone(callRef)]);
      }
      return { count: (before?.count ?? 0) + 1, at: clock.now(), unknown };
    },
  };
};
