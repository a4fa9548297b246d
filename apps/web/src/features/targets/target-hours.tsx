import type { Target } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { HoursField } from "#components/form/hours-field.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TimeZoneField } from "#components/form/time-zone-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toZoneCity } from "#lib/time-zones.ts";
import { targetHoursForm } from "./target-form.ts";

/** When a target takes calls, and on whose clock. */
export const TargetHours = ({ target }: { target: Target }) => {
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema: targetHoursForm,
    noun: target,
    toValues: ({ hours, timeZone }: Target) => ({ hours, timeZone }),
    update: (body) => client.updateTarget({ params: { id: target.id }, body }),
    reload: () => client.getTarget({ params: { id: target.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  const timeZone = useWatch({ control, name: "timeZone" });
  return (
    <PageForm record={record} label="Hours of the target" saveText="Save hours">
      <InheritedField
        control={control}
        name="timeZone"
        label="Time zone"
        inherited={{ text: `${toZoneCity(account.timeZone)} (${account.timeZone})`, from: "the account" }}
        start={account.timeZone}
      >
        <TimeZoneField control={control} name="timeZone" label="Time zone" />
      </InheritedField>
      <HoursField
        control={control}
        name="hours"
        label="Takes calls at certain hours only"
        hint="Outside of them campaigns pass it over."
        timeZone={timeZone ?? account.timeZone}
      />
    </PageForm>
  );
};
