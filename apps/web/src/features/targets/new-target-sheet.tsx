import type { Target } from "@ccp/contract";
import { useSearch } from "wouter";
import { client } from "#api/client.ts";
import { targetQuery } from "#api/party-queries.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { toCloneName } from "#components/noun/to-clone-name.ts";
import { useCreated } from "#components/noun/use-created.ts";
import { TargetFields } from "./target-fields.tsx";
import { targetForm, toNewTarget, toTargetValues } from "./target-form.ts";

export const NewTargetSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={targetQuery} onClose={onClose}>
    {(source) => <TargetSheet source={source} onClose={onClose} />}
  </CloneSource>
);

type TargetSheetProps = { source: Target | null; onClose: () => void };

const TargetSheet = ({ source, onClose }: TargetSheetProps) => {
  // The list is perhaps narrowed to one buyer, whose the new target then is.
  const buyer = new URLSearchParams(useSearch()).get("buyer") ?? "";
  const start =
    source === null
      ? toNewTarget(/^\d+$/.test(buyer) ? buyer : "")
      : { ...toTargetValues(source), name: toCloneName(source.name) };
  // The copy has the hours of the original as well, which this form does not show.
  const hours = source === null ? {} : { hours: source.hours, timeZone: source.timeZone };
  const record = useCreateForm({
    schema: targetForm,
    values: start,
    create: (body) => client.createTarget({ body: { ...hours, ...body } }),
    onCreated: useCreated("target"),
  });
  return (
    <FormSheet
      record={record}
      title="New target"
      description={
        source === null
          ? "Where a buyer takes calls. Its hours are set once it is there; until then it is always open."
          : `Starts as a copy of ${source.name}, its hours included.`
      }
      saveText="Create target"
      onClose={onClose}
    >
      <TargetFields form={record.form} id={null} timeZone={source?.timeZone ?? null} />
    </FormSheet>
  );
};
