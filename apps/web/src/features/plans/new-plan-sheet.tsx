import { createPlanBody } from "@ccp/contract";
import { client } from "#api/client.ts";
import { planQuery } from "#api/plan-queries.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import { NewNamedSheet } from "#components/noun/name-form.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { toCloneName } from "#components/noun/to-clone-name.ts";

export const planHint = "As your team and the routing of a call name it.";

export const NewPlanSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={planQuery} onClose={onClose}>
    {(source) => (
      <NewNamedSheet
        noun="plan"
        word="plan"
        hint={planHint}
        schema={createPlanBody}
        description={
          source === null
            ? "Its rows come next: targets and groups in the order in which they are tried."
            : `Starts with the rows of ${source.name}. No campaign goes by it until one is told to.`
        }
        start={{ name: source === null ? "" : toCloneName(source.name) }}
        create={(body) =>
          source === null
            ? client.createPlan({ body })
            : client.clonePlan({ params: { id: source.id }, body })
        }
        onClose={onClose}
      />
    )}
  </CloneSource>
);
