import { toDecision, type Decision, type TestDecision } from "@ccp/contract";
import type { AtNow } from "#http/verb.ts";
import type { Preview } from "./preview.ts";
import { previewCall } from "./preview-call.ts";

/** Where such a call would go, and why. */
export const testDecision = async (
  asked: AtNow<{ id: string } & TestDecision> & { preview: Preview },
): Promise<{ campaign: { id: string; name: string }; decision: Decision }> => {
  const trial = await previewCall(asked);
  const { id, name } = trial.campaign;
  return { campaign: { id, name }, decision: toDecision(trial) };
};
