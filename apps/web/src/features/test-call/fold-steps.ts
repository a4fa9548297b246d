import type { TestCallEvent } from "@ccp/contract";
import { z } from "zod";

/** What of a step's details is read here; a step without them is only told, not counted. */
const stepDetails = z.object({
  legSid: z.string().optional(),
  status: z.union([z.string(), z.number()]).optional(),
  what: z.string().optional(),
});

type Phase = "setting-up" | "ringing" | "talking" | "ended";

export type TestCallView = {
  phase: Phase;
  startedAt: number | null;
  endedAt: number | null;
  /** The last thing the caller heard. */
  hears: string | null;
  talkingSince: number | null;
  /** Of conversations that are over. */
  talkedMs: number;
};

const finalStatuses = new Set<unknown>(["completed", "busy", "failed", "no-answer", "canceled"]);

const untouched: TestCallView = {
  phase: "setting-up",
  startedAt: null,
  endedAt: null,
  hears: null,
  talkingSince: null,
  talkedMs: 0,
};

const stopTalking = (view: TestCallView, at: number): TestCallView =>
  view.talkingSince === null
    ? view
    : { ...view, talkingSince: null, talkedMs: view.talkedMs + at - view.talkingSince, phase: "ringing" };

const end = (view: TestCallView, at: number): TestCallView => ({
  ...stopTalking(view, at),
  phase: "ended",
  hears: null,
  endedAt: view.endedAt ?? at,
});

const applyStatus = (view: TestCallView, at: number, isCaller: boolean, status: unknown): TestCallView => {
  if (!finalStatuses.has(status)) return view.phase === "setting-up" ? { ...view, phase: "ringing" } : view;
  return isCaller ? end(view, at) : stopTalking(view, at);
};

const applyStep = (view: TestCallView, step: TestCallEvent, callerLegId: string): TestCallView => {
  const at = Date.parse(step.at);
  const details = stepDetails.safeParse(step.details).data ?? {};
  const next = { ...view, startedAt: view.startedAt ?? at };
  switch (step.kind) {
    case "status":
      return applyStatus(next, at, details.legSid === callerLegId, details.status);
    case "hears":
      return { ...next, hears: details.what ?? step.text };
    case "bridged":
      return { ...next, phase: "talking", hears: null, talkingSince: at };
    case "end":
      return end(next, at);
    default:
      return next;
  }
};

/** How a test call stands after its steps; the caller's own leg has the call's id. */
export const foldSteps = (steps: readonly TestCallEvent[], callerLegId: string): TestCallView =>
  steps.reduce((view, step) => applyStep(view, step, callerLegId), untouched);
