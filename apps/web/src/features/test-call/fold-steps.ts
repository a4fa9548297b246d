import type { TestCallEvent } from "@ccp/contract";
import { z } from "zod";

/** What of a step's details is read here; a step without them is only told, not counted. */
const stepDetails = z.object({
  status: z.union([z.string(), z.number()]).optional(),
  what: z.string().optional(),
});

export type TestCallView = {
  phase: "setting-up" | "on-the-line" | "talking";
  /** The last thing the caller heard. */
  hears: string | null;
  talkingSince: number | null;
  /** Of conversations that are over. */
  talkedMs: number;
};

const finalStatuses = new Set<unknown>(["completed", "busy", "failed", "no-answer", "canceled"]);

export const isFinal = (status: unknown): boolean => finalStatuses.has(status);

const untouched: TestCallView = { phase: "setting-up", hears: null, talkingSince: null, talkedMs: 0 };

/** A conversation ends with whichever of its two legs ends first. */
const stopTalking = (view: TestCallView, at: number): TestCallView =>
  view.talkingSince === null
    ? view
    : { ...view, phase: "on-the-line", talkingSince: null, talkedMs: view.talkedMs + at - view.talkingSince };

const leaveSetUp = (view: TestCallView): TestCallView =>
  view.phase === "setting-up" ? { ...view, phase: "on-the-line" } : view;

const applyStep = (view: TestCallView, step: TestCallEvent): TestCallView => {
  const at = Date.parse(step.at);
  const details = stepDetails.safeParse(step.details).data ?? {};
  switch (step.kind) {
    case "status":
      return isFinal(details.status) ? stopTalking(view, at) : leaveSetUp(view);
    case "hears":
      return { ...leaveSetUp(view), hears: details.what ?? step.text };
    case "bridged":
      return { ...view, phase: "talking", hears: null, talkingSince: at };
    default:
      return view;
  }
};

/** How a test call stands after its steps. */
export const foldSteps = (steps: readonly TestCallEvent[]): TestCallView =>
  steps.reduce(applyStep, untouched);
