import type { NumberResource } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import { numberForm, toNumberValues } from "./number-form.ts";

export const NumberSettings = ({ number }: { number: NumberResource }) => {
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema: numberForm,
    noun: number,
    toValues: toNumberValues,
    update: (body) => client.updateNumber({ params: { id: number.id }, body }),
    reload: () => client.getNumber({ params: { id: number.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings of the number" saveText="Save number">
      <TextField
        control={control}
        name="label"
        label="Label"
        hint="Says where it is advertised, such as Bus stops, March."
      />
      <AssignmentFields control={control} />
    </PageForm>
  );
};
