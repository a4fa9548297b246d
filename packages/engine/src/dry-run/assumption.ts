/** What a dry run takes for granted. */
export const assumptions = {
  "settings-of-today":
    "Targets, buyers and campaigns are taken as they are set today, with the rows of the draft.",
  "first-choice": "Only whom a call rings first is decided again; whoever it was handed on to is not.",
  "rate-of-these-calls":
    "A call that goes elsewhere is expected to earn what those of these calls did that rang its new target first; where several rang at once, each counts as rung.",
  "callers-as-they-were": "Callers are remembered by their calls as these really went.",
  "counted-from-these-calls":
    "Some limits and caps had not been read when a call came; they count from zero with these calls.",
  "callers-not-known":
    "Of some calls it was not recorded who had called before; the caller is taken for new.",
  "lists-of-today": "Some value lists had not been asked when a call came; they are asked as they are today.",
  "balances-of-today":
    "Some buyers' balances had not been read when a call came; they are taken as they are today.",
  "agents-available": "Some agents had not been asked when a call came; they are taken to be available.",
  "expected-of-these-calls":
    "What some targets were expected to earn had not been read when a call came; it is taken from these calls.",
  "book-gone":
    "What some calls were routed by is not kept any more; their limits count from these calls alone.",
  "older-engine": "Some calls were decided by an earlier version; its rules may have been others.",
} as const;

export type Assumption = keyof typeof assumptions;
