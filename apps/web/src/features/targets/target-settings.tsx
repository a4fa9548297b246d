import type { Target } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { TargetFields } from "./target-fields.tsx";
import { targetForm, toTargetValues } from "./target-form.ts";

export const TargetSettings = ({ target }: { target: Target }) => {
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema: targetForm,
    noun: target,
    toValues: toTargetValues,
    update: (body) => client.updateTarget({ params: { id: target.id }, body }),
    reload: () => client.getTarget({ params: { id: target.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  return (
    <PageForm record={record} label="Settings of the target" saveText="Save target">
      <TargetFields form={record.form} id={target.id} timeZone={target.timeZone} />
    </PageForm>
  );
};
