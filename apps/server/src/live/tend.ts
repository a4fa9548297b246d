import type { CallState } from "@ccp/engine";
import { toEvent } from "./answer-step.ts";
import { createDueList } from "./due.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import type { LiveParts } from "./live-parts.ts";
import { toMoment, type Asked } from "./moments.ts";
import { createQuestions, type QuestionOptions } from "./question.ts";

/** Does for each call what is due of its own accord: conversions, questions to the carrier, and forgetting it. */
export type Tending = {
  /** Sets the call's next moment from its facts. */
  schedule: (state: CallState) => void;
  /** From now on moments are acted on; before, the state is still being restored. */
  start: () => void;
  close: () => void;
};

// A conversion this late was not seen to happen: the carrier is asked before it counts.
const convertLateMs = 5_000;
const retryMs = 1_000;

export const createTending = (options: QuestionOptions, clock: LiveParts["clock"]): Tending => {
  const asked = new Map<string, Asked>();
  const underWay = new Set<string>();
  const questions = createQuestions(options);

  const act = async (state: CallState): Promise<void> => {
    const { callId } = state;
    const { contexts, recorder, tally } = options.parts();
    const { due, at } = toMoment(state, asked.get(callId));
    const now = clock.now();
    if (at > now) return;
    if (due === null) {
      asked.delete(callId);
      contexts.forget(callId);
    } else if (due.kind === "convert" && now - due.at <= convertLateMs) {
      tally.add("converted");
      await recorder.record([toEvent(state, now, { kind: "converted", attempt: due.attempt })]);
    } else {
      asked.set(callId, await questions.ask(state, asked.get(callId)));
    }
  };

  const tend = async (callId: string): Promise<void> => {
    const { contexts, log } = options.parts();
    const state = contexts.find(callId);
    // What is under way looks for the next moment itself when it has ended.
    if (state === undefined || underWay.has(callId)) return;
    underWay.add(callId);
    try {
      await act(state);
    } catch (error) {
      // A journal that refuses is told by its own alarm, and once for all calls.
      if (!(error instanceof JournalRefusedError)) {
        log.error({ err: error, callId }, "what was due for a call could not be done");
      }
      dues.set(callId, clock.now() + retryMs);
      return;
    } finally {
      underWay.delete(callId);
    }
    const after = contexts.find(callId);
    if (after !== undefined) schedule(after);
  };

  const dues = createDueList(clock, (callId) => void tend(callId));

  const schedule = (state: CallState): void => {
    dues.set(state.callId, toMoment(state, asked.get(state.callId)).at);
  };

  return { schedule, start: dues.start, close: dues.close };
};
