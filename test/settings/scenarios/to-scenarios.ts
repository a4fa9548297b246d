import type { Scenarios } from "#list/scenario.ts";
import type { Land } from "#world/open-land.ts";
import { openLibrary } from "#world/open-library.ts";
import { agentGroupScenarios } from "./agent-groups.ts";
import { agentScenarios } from "./agents.ts";
import { adjustmentScenarios } from "./adjustments.ts";
import { blockedCallerScenarios } from "./blocked-callers.ts";
import { callListScenarios } from "./call-lists.ts";
import { campaignScenarios } from "./campaigns.ts";
import { carrierAccountScenarios } from "./carrier-accounts.ts";
import { documentScenarios } from "./documents.ts";
import { listScenarios } from "./lists.ts";
import { numberScenarios } from "./numbers.ts";
import { paymentScenarios } from "./payments.ts";
import { planScenarios } from "./plans.ts";
import { peopleScenarios } from "./people.ts";
import { partyScenarios } from "./parties.ts";
import { setUpScenarios } from "./set-up.ts";
import { targetGroupScenarios } from "./target-groups.ts";
import { targetScenarios } from "./targets.ts";
import { dryRunScenarios } from "./dry-runs.ts";
import { trialScenarios } from "./trials.ts";
import { valueListScenarios } from "./value-lists.ts";
import { workspaceScenarios } from "./workspace.ts";

/** The machine's list: each setting that is shown, with the scenario in which it acts. */
export const toScenarios = (land: Land): Scenarios => {
  const library = land.share(() => openLibrary(land));
  return {
    ...campaignScenarios(land),
    ...targetScenarios(land),
    ...targetGroupScenarios(land),
    ...agentScenarios(land),
    ...agentGroupScenarios(land),
    ...planScenarios(land),
    ...dryRunScenarios(land),
    ...trialScenarios(land),
    ...numberScenarios(land),
    ...blockedCallerScenarios(land),
    ...valueListScenarios(land),
    ...partyScenarios(land),
    ...listScenarios(library),
    ...callListScenarios(library),
    ...peopleScenarios(land),
    ...carrierAccountScenarios(land),
    ...adjustmentScenarios(land),
    ...documentScenarios(land),
    ...paymentScenarios(land),
    ...setUpScenarios(),
    ...workspaceScenarios(land),
  };
};
