import { z } from "zod";

export const checklistStepId = z.enum(["carrier", "target", "campaign", "number", "routing", "test-call"]);

export type ChecklistStepId = z.infer<typeof checklistStepId>;

/** Where the step is done: a page of the console, of the noun where one is named. */
export const checklistPlace = z.strictObject({
  page: z.enum([
    "telephony",
    "buyers",
    "targets",
    "campaigns",
    "campaign",
    "numbers",
    "number",
    "test-call",
    "call",
  ]),
  id: z.string().nullable(),
});

export const checklistStep = z.strictObject({
  id: checklistStepId,
  title: z.string(),
  isDone: z.boolean(),
  /** What is there, or what is missing. */
  detail: z.string(),
  href: checklistPlace,
});

export type ChecklistStep = z.infer<typeof checklistStep>;

/** What stands between an empty account and its first routed call, in order; each step is looked up when asked. */
export const checklist = z.strictObject({
  isHidden: z.boolean(),
  isDone: z.boolean(),
  steps: z.array(checklistStep),
});

export type Checklist = z.infer<typeof checklist>;
