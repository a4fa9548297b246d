import type { DryRunState } from "@ccp/contract";
import { notFound } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import type { DryRuns } from "./dry-runs.ts";

/** How far it is; those of before the server was started anew are not known any more. */
export const getDryRun = ({
  dryRuns,
  ctx: { accountId },
  input: { id, dryRunId },
}: {
  dryRuns: DryRuns;
  ctx: Context;
  input: { id: string; dryRunId: string };
}): DryRunState => {
  const found = dryRuns.find({ accountId, planId: id, id: dryRunId });
  if (found === undefined) throw notFound("dry run");
  return found;
};
