import type { Payment } from "@ccp/contract";
import { useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { MoneyField } from "#components/form/money-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import { toast } from "#lib/toast.ts";
import { createPaymentForm, newPayment, type PaymentParty } from "./payment-form.ts";

type PaymentSheetProps = { party: PaymentParty; onClose: () => void };

/** Records a payment of a buyer or to a publisher; open as long as it is rendered. */
export const PaymentSheet = ({ party, onClose }: PaymentSheetProps) => {
  const renew = useRenew();
  const [schema] = useState(() => createPaymentForm(party, crypto.randomUUID()));
  const record = useCreateForm({
    schema,
    values: newPayment,
    create: (body) => client.recordPayment({ body }),
    onCreated: ({ amountMicros, currency }: Payment) => {
      toast.success(`Recorded ${formatMoney(amountMicros, currency)}`);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Record a payment"
      description={
        party.kind === "buyer"
          ? `Money that ${party.name} paid. It counts at once, and stands on the next invoice.`
          : `Money that ${party.name} was paid. It stands on the next statement.`
      }
      saveText="Record payment"
      onClose={onClose}
    >
      <MoneyField control={control} name="amountMicros" label="Amount" />
      <TextField
        control={control}
        name="paidOn"
        label="Paid on"
        type="date"
        hint="By the account's clock. Left empty: today."
      />
      <TextField control={control} name="reference" label="Reference" hint="By which your bank knows it." />
      <TextareaField control={control} name="note" label="Note" rows={2} />
    </FormSheet>
  );
};
