import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { FormField } from "#components/form-field.tsx";
import { Button } from "#ui/button.tsx";
import { Textarea } from "#ui/textarea.tsx";

export type ResetRequest = (body: { reason: string }) => Promise<unknown>;

type ResetCountsProps = {
  /** "this target" */
  ofWhat: string;
  send: ResetRequest;
};

/** Has all caps of an owner count from zero, after asking. */
export const ResetCounts = (props: ResetCountsProps) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>Reset counts</Button>
      {isOpen && <ResetDialog {...props} onClose={() => setIsOpen(false)} />}
    </div>
  );
};

const ResetDialog = ({ ofWhat, send, onClose }: ResetCountsProps & { onClose: () => void }) => {
  const name = useId();
  const [reason, setReason] = useState("");
  const renew = useRenew();
  const reset = useMutation({
    mutationFn: () => send({ reason }),
    onSuccess: async () => {
      await renew();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Reset the counts?"
      text={`All caps of ${ofWhat} count from zero, calls in progress left out. The calls stay as they are. It cannot be taken back.`}
      action={{ text: "Reset counts", busy: "Resetting" }}
      isPending={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      <div className="mt-4">
        <FormField label="Reason" hint="Kept in the history.">
          {(wiring) => (
            <Textarea
              {...wiring}
              name={name}
              rows={2}
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </FormField>
      </div>
    </ConfirmDialog>
  );
};
