import type { CarrierAccount } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { toast } from "#lib/toast.ts";

type RemoveCarrierDialogProps = { account: CarrierAccount; onClose: () => void };

export const RemoveCarrierDialog = ({ account: { id, name }, onClose }: RemoveCarrierDialogProps) => {
  const renew = useRenew();
  const remove = useMutation({
    mutationFn: () => client.removeCarrierAccount({ params: { id } }),
    onSuccess: async () => {
      toast.success(`Removed ${name}`);
      onClose();
      await renew();
    },
  });
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      text="Its token is forgotten and nothing it sends is answered any more. Calls of the past stay. It cannot be removed while numbers are its."
      action={{ text: "Remove carrier account", busy: "Removing" }}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
};
