import { cloneTargetGroupBody, type TargetGroup } from "@ccp/contract";
import { client } from "#api/client.ts";
import { targetGroupQuery } from "#api/plan-queries.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import { NewNamedSheet } from "#components/noun/name-form.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { toCloneName } from "#components/noun/to-clone-name.ts";
import { useCreated } from "#components/noun/use-created.ts";
import { newTargetGroup, TargetGroupFields, targetGroupForm } from "./target-group-form.tsx";

export const NewTargetGroupSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={targetGroupQuery} onClose={onClose}>
    {(source) =>
      source === null ? <NewSheet onClose={onClose} /> : <CloneSheet source={source} onClose={onClose} />
    }
  </CloneSource>
);

const NewSheet = ({ onClose }: { onClose: () => void }) => {
  const record = useCreateForm({
    schema: targetGroupForm,
    values: newTargetGroup,
    create: (body) => client.createTargetGroup({ body }),
    onCreated: useCreated("target-group"),
  });
  return (
    <FormSheet
      record={record}
      title="New group"
      description="Targets that stand as one in plans. Its members come next."
      saveText="Create group"
      onClose={onClose}
    >
      <TargetGroupFields control={record.form.control} />
    </FormSheet>
  );
};

const CloneSheet = ({ source, onClose }: { source: TargetGroup; onClose: () => void }) => (
  <NewNamedSheet
    noun="target-group"
    word="group"
    hint="The copy picks its members in the same way."
    schema={cloneTargetGroupBody}
    description={`Starts with the members of ${source.name}. No plan lists it yet.`}
    start={{ name: toCloneName(source.name) }}
    create={(body) => client.cloneTargetGroup({ params: { id: source.id }, body })}
    onClose={onClose}
  />
);
