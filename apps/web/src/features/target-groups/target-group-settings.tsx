import type { TargetGroup } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { SharedCallsField, toAtOnceText } from "#components/caps/shared-calls-field.tsx";
import { useOwnerUsage } from "#components/caps/use-owner-usage.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { TargetGroupFields, targetGroupSettingsForm, toTargetGroupValues } from "./target-group-form.tsx";

export const TargetGroupSettings = ({ group }: { group: TargetGroup }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: group.id };
  const usage = useOwnerUsage("target-group", group.id, () => client.getTargetGroupUsage({ params }));
  const record = useEditForm({
    schema: targetGroupSettingsForm,
    noun: group,
    toValues: toTargetGroupValues,
    update: (body) => client.updateTargetGroup({ params, body }),
    reload: () => client.getTargetGroup({ params }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings of the group" saveText="Save group">
      <TargetGroupFields control={control} />
      <CapsSection
        control={control}
        title="Caps and calls at once"
        on={["dialled", "connected", "converted", "revenue"]}
        note="Over all members together, in whatever plan lists the group: when it has had so many calls, or has come to so much, none of them is dialled through it until the hour, day or month ends on the account's clock."
        usage={usage}
        reset={{ ofWhat: "this group", send: (body) => client.resetTargetGroupCaps({ params, body }) }}
        beside={{
          names: ["concurrencyMax"],
          summary: ({ concurrencyMax }) => toAtOnceText(concurrencyMax),
          fields: (
            <SharedCallsField
              control={control}
              hint="Through the group, over all its members together. Empty: no limit."
              usage={usage}
            />
          ),
        }}
      />
    </PageForm>
  );
};
