import type { Adjustment } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { FormField } from "#components/form-field.tsx";
import { toast } from "#lib/toast.ts";
import { Textarea } from "#ui/textarea.tsx";
import { toAdjustmentName, toPartyName } from "./adjustment-words.ts";

export type Step = "approve" | "reject" | "void";

type Words = {
  title: string;
  toText: (adjustment: Adjustment) => string;
  action: { text: string; busy: string; isHarmless?: boolean };
  done: string;
  note: { label: string; hint: string };
};

const words: Record<Step, Words> = {
  approve: {
    title: "Approve the adjustment?",
    toText: (adjustment) =>
      `${toAdjustmentName(adjustment)} of ${toPartyName(adjustment)} is booked now and stands on the next invoice or statement.`,
    action: { text: "Approve", busy: "Approving", isHarmless: true },
    done: "Approved",
    note: { label: "Note", hint: "May be left empty." },
  },
  reject: {
    title: "Reject the adjustment?",
    toText: (adjustment) => `${toAdjustmentName(adjustment)} of ${toPartyName(adjustment)} is not booked.`,
    action: { text: "Reject", busy: "Rejecting" },
    done: "Rejected",
    note: { label: "Reason", hint: "Shown to whoever asked for it." },
  },
  void: {
    title: "Void the adjustment?",
    toText: (adjustment) =>
      `${toAdjustmentName(adjustment)} of ${toPartyName(adjustment)} is taken back by a booking of its own; the original stays.`,
    action: { text: "Void adjustment", busy: "Taking back" },
    done: "Voided",
    note: { label: "Reason", hint: "Kept with the adjustment." },
  },
};

const decide = (step: Step, { id, version }: Adjustment, note: string): Promise<Adjustment> => {
  const request = { params: { id }, body: { version, note } };
  switch (step) {
    case "approve":
      return client.approveAdjustment(request);
    case "reject":
      return client.rejectAdjustment(request);
    case "void":
      return client.voidAdjustment(request);
  }
};

type DecideDialogProps = { step: Step; adjustment: Adjustment; onClose: () => void };

/** Asks before money moves, with the reason. */
export const DecideDialog = ({ step, adjustment, onClose }: DecideDialogProps) => {
  const name = useId();
  const [note, setNote] = useState("");
  const renew = useRenew();
  const { title, toText, action, done, note: field } = words[step];
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => decide(step, adjustment, note.trim()),
    onSuccess: async () => {
      toast.success(`${done} ${toAdjustmentName(adjustment)}`);
      onClose();
      await renew();
    },
  });
  return (
    <ConfirmDialog
      title={title}
      text={toText(adjustment)}
      action={action}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <div className="mt-4">
        <FormField label={field.label} hint={field.hint}>
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
