import type { EndpointId } from "@ccp/contract";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import type { Client, Parts } from "#world/client.ts";
import type { Row } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { agentRowScenarios } from "./agent-rows.ts";
import { planRowScenarios } from "./plan-rows.ts";

/** Somebody who never sets rows at once, but saves a draft of them and publishes that. */
const toDrafting = (client: Client): Client => {
  const send = async (operation: EndpointId, parts: Parts = {}): Promise<unknown> => {
    if (operation !== "putPlanRows") return client.send(operation, parts);
    const { params = {}, body } = parts;
    await client.send("putPlanDraft", { params, ...(body && { body }) });
    return client.send("publishPlan", { params, body: {} });
  };
  return { ...client, send: send as Client["send"] };
};

const openDrafting = async (land: Land): Promise<Stage> => {
  const stage = await openStage(land);
  return { ...stage, client: toDrafting(stage.client) };
};

type Makes = {
  makePlan: (stage: Stage) => Promise<string>;
  callBy: (stage: Stage, planId: string, rows: readonly Row[]) => Promise<Story>;
};

type Write = (on: Stage, id: string, version: unknown) => Promise<unknown>;

/** Whether it is written by whoever has seen these versions of a plan and its draft, which were saved once. */
const byVersion = (
  stage: () => Promise<Stage>,
  makePlan: Makes["makePlan"],
  { values, write }: { values: readonly unknown[]; write: Write },
): Scenario => ({
  values,
  play: async (version) => {
    const on = await stage();
    const id = await makePlan(on);
    await on.client.send("putPlanDraft", { params: { id }, body: { items: [] } });
    return write(on, id, version).then(
      () => "written",
      (error: unknown) => String(error),
    );
  },
});

/** What is saved as a draft acts once it is published, as rows do that are set at once. */
export const planDraftScenarios = (land: Land, { makePlan, callBy }: Makes): Scenarios => {
  const stage = shareStages(land);
  const ofRows = {
    ...planRowScenarios(land, { makePlan, callBy, open: openDrafting }),
    ...agentRowScenarios(land, { makePlan, open: openDrafting }),
  };
  const drafted = Object.entries(ofRows).map(([path, scenario]): [string, Scenario] => [
    path.replace("putPlanRows", "putPlanDraft"),
    scenario,
  ]);
  const ofPublished = (write: Write) => byVersion(stage, makePlan, { values: [1, 7], write });
  const ofDraft = (write: Write) => byVersion(stage, makePlan, { values: [1, 7, null], write });
  return {
    ...Object.fromEntries(drafted),
    "putPlanDraft.body.version": ofDraft((on, id, version) =>
      on.client.send("putPlanDraft", { params: { id }, body: { items: [], version } }),
    ),
    "publishPlan.body.version": ofPublished((on, id, version) =>
      on.client.send("publishPlan", { params: { id }, body: { version } }),
    ),
    "publishPlan.body.draftVersion": ofPublished((on, id, draftVersion) =>
      on.client.send("publishPlan", { params: { id }, body: { draftVersion } }),
    ),
    "restorePlanVersion.body.version": ofDraft((on, id, version) =>
      on.client.send("restorePlanVersion", { params: { id, number: 1 }, body: { version } }),
    ),
  };
};
