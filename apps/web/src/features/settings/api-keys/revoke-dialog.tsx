import type { ApiKey } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { toast } from "#lib/toast.ts";

type RevokeDialogProps = { apiKey: ApiKey; onClose: () => void };

export const RevokeDialog = ({ apiKey: { id, name, prefix }, onClose }: RevokeDialogProps) => {
  const renew = useRenew();
  const revoke = useMutation({
    mutationFn: () => client.revokeApiKey({ params: { id } }),
    onSuccess: async () => {
      toast.success(`Revoked ${name}`);
      onClose();
      await renew();
    },
  });
  return (
    <ConfirmDialog
      title={`Revoke ${name}?`}
      text={`Whatever uses the key that begins with ${prefix} is refused from its next request on. It cannot be taken back; a new key can be created at any time.`}
      action={{ text: "Revoke API key", busy: "Revoking" }}
      isPending={revoke.isPending}
      error={revoke.error}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    />
  );
};
