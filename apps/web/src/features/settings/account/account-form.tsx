import type { Account } from "@ccp/contract";
import { Lock } from "lucide-react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { CurrencyField } from "#components/form/currency-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { TimeZoneField } from "#components/form/time-zone-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { accountForm, toAccountValues } from "./account-values.ts";
import { CallsWeTakeSection, WhomWeDialSection } from "./screening-sections.tsx";

export const AccountForm = ({ account }: { account: Account }) => {
  const renew = useRenew();
  const record = useEditForm({
    schema: accountForm,
    noun: account,
    toValues: toAccountValues,
    update: (body) => client.updateAccount({ body }),
    reload: () => client.getAccount(),
    onSaved: (saved, changes) => {
      showSaved(changes, saved);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Account">
      <TextField control={control} name="name" label="Workspace name" />
      <TimeZoneField
        control={control}
        name="timeZone"
        label="Time zone"
        hint="Every time is shown in it, its midnight ends the day of every figure, and it is the hours of targets that have no zone of their own."
      />
      {account.isCurrencyFixed ? (
        <FixedCurrency currency={account.currency} />
      ) : (
        <CurrencyField
          control={control}
          name="currency"
          label="Currency"
          hint="It can be changed until the first money is booked in it."
        />
      )}
      <div>
        <CallsWeTakeSection control={control} />
        <WhomWeDialSection control={control} />
      </div>
    </PageForm>
  );
};

const FixedCurrency = ({ currency }: { currency: string }) => (
  <div>
    <p className="mb-1.5 text-label font-medium">Currency</p>
    <p className="flex min-h-8 items-center gap-2">
      <Lock aria-hidden className="size-4 text-grey-11" />
      {new Intl.DisplayNames("en-US", { type: "currency" }).of(currency)} ({currency})
    </p>
    <p className="text-label text-grey-11">
      Money is booked in it, so that it stays: amounts of the past cannot be turned into another currency.
    </p>
  </div>
);
