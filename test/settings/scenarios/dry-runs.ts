import type { DryRunState } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage } from "#world/open-stage.ts";

type Scene = { stage: Stage; planId: string };

/** A plan with a draft, by which two calls have come and gone. */
const openScene = async (land: Land): Promise<Scene> => {
  const stage = await openStage(land);
  const campaignId = await makeCampaign(stage);
  const { number } = await makeLine(stage, campaignId);
  const { plan } = await stage.client.send("getCampaign", { params: { id: campaignId } });
  await callNumber(stage, number);
  await callNumber(stage, number);
  const items = [{ kind: "target", targetId: stage.targets.spare }];
  await stage.client.send("putPlanDraft", { params: { id: plan.id }, body: { items } });
  return { stage, planId: plan.id };
};

const finish = async (stage: Stage, planId: string, { id }: DryRunState): Promise<DryRunState> => {
  for (;;) {
    const params = { id: planId, dryRunId: id };
    const dryRun: DryRunState = await stage.client.send("getDryRun", { params });
    if (dryRun.state !== "running") return dryRun;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const tryDraft = async ({ stage, planId }: Scene, calls: unknown) => {
  const begun = await stage.client.send("startDryRun", { params: { id: planId }, body: { calls } });
  const { state, total, result } = await finish(stage, planId, begun);
  return { state, total, fates: result?.fates };
};

/** How a plan's draft is tried on past calls. */
export const dryRunScenarios = (land: Land): Scenarios => {
  const scene = land.share(() => openScene(land));
  // An account tries one draft at a time.
  let last: Promise<unknown> = Promise.resolve();
  return {
    "startDryRun.body.calls": {
      values: [1, 2],
      play: async (calls) => {
        const found = await scene();
        const own = last.then(() => tryDraft(found, calls));
        last = own.catch(() => undefined);
        return own;
      },
    },
  };
};
