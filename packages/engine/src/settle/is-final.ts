import type { CallState } from "#call/state.ts";

/** The carrier has said how long every conversation lasted. */
export const hasFinalEvidence = ({ attempts }: CallState): boolean =>
  attempts.every((attempt) => attempt.connectedSeconds !== null);

/** Whether no fact that the carrier still owes can change the call's money. */
export const isFinal = (state: CallState): boolean => state.status === "ended" && hasFinalEvidence(state);
