import type { User } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { toast } from "#lib/toast.ts";

type RemoveUserDialogProps = { user: User; onClose: () => void };

export const RemoveUserDialog = ({ user: { id, name, email }, onClose }: RemoveUserDialogProps) => {
  const isMe = useSession().user?.id === id;
  const renew = useRenew();
  const remove = useMutation({
    mutationFn: () => client.removeUser({ params: { id } }),
    onSuccess: async () => {
      toast.success(`Removed ${name}`);
      onClose();
      await renew();
    },
  });
  const who = isMe
    ? "You are signed out at once and cannot"
    : `${email} is signed out everywhere at once and cannot`;
  return (
    <ConfirmDialog
      title={isMe ? "Remove yourself?" : `Remove ${name}?`}
      text={`${who} sign in any more. What was done stays in the audit log under the name.`}
      action={{ text: isMe ? "Remove myself" : "Remove user", busy: "Removing" }}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  );
};
