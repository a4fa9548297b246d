import type { Adjustment, CallSummary } from "@ccp/contract";
import { useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { MoneyField } from "#components/form/money-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import { toast } from "#lib/toast.ts";
import { toAdjustmentName } from "./adjustment-words.ts";
import { createRequestForm, type RequestValues } from "./request-form.ts";

const directions = [
  { value: "less", label: "Less", hint: "Takes the amount away." },
  { value: "more", label: "More", hint: "Adds the amount." },
];

const listParties = ({ buyer, publisher, revenueMicros, payoutMicros, currency }: CallSummary) => [
  ...(buyer === null
    ? []
    : [
        {
          value: "buyer",
          label: "Revenue",
          hint: `${buyer.name} owes ${formatMoney(revenueMicros, currency)}.`,
        },
      ]),
  ...(publisher === null
    ? []
    : [
        {
          value: "publisher",
          label: "Payout",
          hint: `${publisher.name} is owed ${formatMoney(payoutMicros, currency)}.`,
        },
      ]),
];

type RequestSheetProps = { call: CallSummary; onClose: () => void };

/** Asks for an adjustment of a call; open as long as it is rendered. */
export const RequestSheet = ({ call, onClose }: RequestSheetProps) => {
  const renew = useRenew();
  const [schema] = useState(() => createRequestForm(call.id));
  const values: RequestValues = {
    party: call.buyer === null ? "publisher" : "buyer",
    direction: "less",
    amountMicros: "",
    reason: "",
  };
  const record = useCreateForm({
    schema,
    values,
    create: (body) => client.requestAdjustment({ body }),
    onCreated: (made: Adjustment) => {
      toast.success(`Requested ${toAdjustmentName(made)}`);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Request an adjustment"
      description="Nothing moves before an owner or admin approves it."
      saveText="Request adjustment"
      onClose={onClose}
    >
      <RadioField control={control} name="party" label="Money" options={listParties(call)} />
      <RadioField control={control} name="direction" label="Direction" options={directions} />
      <MoneyField control={control} name="amountMicros" label="Amount" />
      <TextareaField
        control={control}
        name="reason"
        label="Reason"
        hint="Shown to whoever decides, and on the invoice or statement."
      />
    </FormSheet>
  );
};
