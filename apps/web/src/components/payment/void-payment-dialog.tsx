import type { Payment } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { FormField } from "#components/form-field.tsx";
import { formatMoney } from "#lib/format-money.ts";
import { toast } from "#lib/toast.ts";
import { Textarea } from "#ui/textarea.tsx";

type VoidPaymentDialogProps = { payment: Payment; onClose: () => void };

/** Asks before a payment is taken back, with the reason. */
export const VoidPaymentDialog = ({ payment, onClose }: VoidPaymentDialogProps) => {
  const name = useId();
  const [note, setNote] = useState("");
  const renew = useRenew();
  const { id, version, amountMicros, currency, buyer } = payment;
  const amount = formatMoney(amountMicros, currency);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.voidPayment({ params: { id }, body: { version, note } }),
    onSuccess: async () => {
      toast.success(`Voided ${amount}`);
      onClose();
      await renew();
    },
  });
  const effect = buyer === null ? "" : " A buyer who pays in advance has that much less for calls, at once.";
  return (
    <ConfirmDialog
      title={`Void the payment of ${amount}?`}
      text={`It is taken back by a booking of its own; the original stays.${effect}`}
      action={{ text: "Void payment", busy: "Taking back" }}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <div className="mt-4">
        <FormField label="Reason" hint="Kept with the payment.">
          {(wiring) => (
            <Textarea
              {...wiring}
              name={name}
              rows={2}
              maxLength={300}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </FormField>
      </div>
    </ConfirmDialog>
  );
};
