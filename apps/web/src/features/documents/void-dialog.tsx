import { toDocumentName, type Document } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { documentWords } from "#components/document/document-words.ts";
import { FormField } from "#components/form-field.tsx";
import { toast } from "#lib/toast.ts";
import { Textarea } from "#ui/textarea.tsx";

type VoidDialogProps = { document: Document; onClose: () => void };

/** Asks before a document is declared void, with the reason. */
export const VoidDialog = ({ document, onClose }: VoidDialogProps) => {
  const name = useId();
  const [note, setNote] = useState("");
  const renew = useRenew();
  const { id, version, kind, number } = document;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.voidDocument({ params: { id }, body: { version, note } }),
    onSuccess: async () => {
      toast.success(`Voided ${toDocumentName(document)}`);
      onClose();
      await renew();
    },
  });
  const { one } = documentWords[kind];
  return (
    <ConfirmDialog
      title={`Void ${toDocumentName(document)}?`}
      text={`It stays to be seen and does not count. Its lines go into the next ${one}; the number ${number} is not given again.`}
      action={{ text: `Void ${one}`, busy: "Voiding" }}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <div className="mt-4">
        <FormField label="Reason" hint={`Printed on the ${one}.`}>
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
