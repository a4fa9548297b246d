import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { FormField } from "#components/form-field.tsx";
import { Button } from "#ui/button.tsx";
import { Textarea } from "#ui/textarea.tsx";

/** Has all caps of a target count from zero, after asking. */
export const ResetCounts = ({ targetId }: { targetId: string }) => {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>Reset counts</Button>
      {isOpen && <ResetDialog targetId={targetId} onClose={() => setIsOpen(false)} />}
    </div>
  );
};

const ResetDialog = ({ targetId, onClose }: { targetId: string; onClose: () => void }) => {
  const name = useId();
  const [reason, setReason] = useState("");
  const renew = useRenew();
  const reset = useMutation({
    mutationFn: () => client.resetTargetCaps({ params: { id: targetId }, body: { reason } }),
    onSuccess: async () => {
      await renew();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Reset the counts?"
      text="All caps of this target count from zero, calls in progress left out. The calls stay as they are. It cannot be taken back."
      action={{ text: "Reset counts", busy: "Resetting" }}
      isPending={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate()}
      onClose={onClose}
    >
      <div className="mt-4">
        <FormField label="Reason" hint="Kept in the history of the target.">
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
