import { createPlanBody, type Plan } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { client } from "#api/client.ts";
import { planQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { EditName } from "#components/noun/name-form.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { UsedByCard } from "#components/noun/used-by-card.tsx";
import { PlanEditor } from "#components/plan/plan-editor.tsx";
import { paths } from "#paths.ts";
import { LazyDryRun } from "./lazy-dry-run.tsx";
import { planHint } from "./new-plan-sheet.tsx";
import { PlanTester } from "./plan-tester.tsx";
import { PlanVersions } from "./plan-versions.tsx";

export const PlanPage = () => {
  const query = useQuery(planQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="plan" query={query}>
      {(plan) => <PlanView plan={plan} />}
    </NounPage>
  );
};

const toPurpose = ({ campaignCount, versionNumber }: Plan): string =>
  `${campaignCount} ${campaignCount === 1 ? "campaign goes" : "campaigns go"} by it · version ${versionNumber}`;

const PlanView = ({ plan }: { plan: Plan }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = { id: "settings", label: "Settings", content: <PlanSettings plan={plan} /> };
  return (
    <NounView
      noun="plan"
      row={plan}
      purpose={toPurpose(plan)}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.plans.list} id={plan.id} />
            <ArchiveButton noun="plan" row={plan} />
          </>
        )
      }
      tabs={[
        { id: "rows", label: "Rows", content: <PlanEditor plan={plan} /> },
        { id: "test", label: "Test", content: <PlanTester plan={plan} /> },
        { id: "past-calls", label: "Past calls", content: <LazyDryRun plan={plan} /> },
        { id: "used-by", label: "Used by", content: <PlanUses plan={plan} /> },
        { id: "versions", label: "Versions", content: <PlanVersions plan={plan} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};

const PlanUses = ({ plan }: { plan: Plan }) => (
  <div className="max-w-180">
    <UsedByCard
      noun="plan"
      id={plan.id}
      unused="No campaign goes by it. Choose it on the Routing tab of one, and its calls are routed by these rows."
    />
  </div>
);

const PlanSettings = ({ plan }: { plan: Plan }) => (
  <EditName
    word="plan"
    hint={planHint}
    schema={createPlanBody}
    found={plan}
    update={(body) => client.updatePlan({ params: { id: plan.id }, body })}
    reload={() => client.getPlan({ params: { id: plan.id } })}
  />
);
