import type { CampaignBook } from "#book.ts";
import { toEventKey, type DecidedFact } from "#call/event.ts";
import { foldCall } from "#call/fold.ts";
import { listRefused } from "#call/replay.ts";
import { ENGINE_VERSION, stepCall } from "#call/step.ts";
import type { PastCall } from "./past-call.ts";
import { toInputs, type Reading } from "./to-inputs.ts";

/** What a decision was refused of for its call, and not for its rows, stays refused. */
const isBesideRows = ({ decided: { choice } }: PastCall): boolean =>
  choice.kind !== "dial" && ["context-missing", "call-over", "attempt-open"].includes(choice.reason);

/**
 * The first decision of a call by the draft; undefined where the rows have no part in it. Law: with the plan and the
 * numbers that it had, its choice comes out as it was.
 */
export const decideAgain = (reading: Reading): DecidedFact | undefined => {
  const { call, compiled, assume } = reading;
  const { arrived, decided, at } = call;
  if (isBesideRows(call)) return undefined;
  if (call.campaign === null) assume("book-gone");
  if (decided.engineVersion !== ENGINE_VERSION) assume("older-engine");
  const state = foldCall([
    { key: toEventKey(arrived), accountId: "", callId: call.callId, at, fact: arrived },
  ]);
  return stepCall({
    state,
    campaign: compiled.campaign,
    bookRevision: decided.bookRevision,
    trigger: { kind: "arrived" },
    block: decided.block ?? null,
    at,
    ...toInputs(reading),
    refused: call.campaign === null ? [] : listRefused(decided, call.campaign),
    seed: decided.seed,
  }).fact;
};

/** The campaigns by which a dry run decides: those of the plan, with the rows of its draft. */
export type DraftCampaigns = Readonly<Record<string, CampaignBook>>;
