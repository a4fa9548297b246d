import type { FilterTrial } from "@ccp/contract";
import { readFilter, type TypedFilter } from "#lib/typed-filter.ts";

type TrialLineProps = { typed: TypedFilter; trial: FilterTrial | undefined };

const toText = ({ typed, trial }: TrialLineProps): string => {
  if (typed.all.length === 0) return "Takes all calls.";
  if (readFilter(typed) === null) return "Fill in each rule to see how many calls it takes.";
  if (trial === undefined) return "";
  if (trial.calls === 0) return "There are no calls yet to try this on.";
  return `Matches ${trial.matched} of the last ${trial.calls} ${trial.calls === 1 ? "call" : "calls"}.`;
};

/** How many of the last calls the rules take. */
export const TrialLine = (props: TrialLineProps) => (
  <p aria-live="polite" className="min-h-[1lh] text-grey-11 tabular-nums">
    {toText(props)}
  </p>
);
