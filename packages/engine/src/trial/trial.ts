import type { CampaignBook } from "#book.ts";
import type { ArrivedFact, CallEvent, DecidedFact } from "#call/event.ts";
import { toEventKey } from "#call/event.ts";
import { foldCall } from "#call/fold.ts";
import { replayDecision } from "#call/replay.ts";

/** A call that is only asked about: how it would come in, and what its first decision was made from. */
export type Trial = {
  /** The campaign by which it was decided; null when the book has none. */
  campaign: CampaignBook | null;
  arrived: ArrivedFact;
  /** Epoch ms at which it would come in. */
  at: number;
  /** The first decision, with all inputs as the live path read them. */
  decided: DecidedFact;
};

/** The call's two events, as they would stand in the journal. */
const listEvents = ({ arrived, decided, at }: Trial): CallEvent[] =>
  [arrived, decided].map((fact) => ({
    key: toEventKey(fact),
    accountId: "",
    callId: "",
    at,
    fact,
  }));

/**
 * Makes the first decision again with another seed, from the inputs that it was made from.
 * Law: with the seed that it had, it comes out as it was.
 */
export const tryAgain = (trial: Trial, seed: string): DecidedFact => {
  const decided = { ...trial.decided, seed };
  const { choice, reasons } = replayDecision(
    decided,
    trial.campaign,
    foldCall(listEvents({ ...trial, decided })),
  );
  return { ...decided, choice, reasons };
};
