import { canGrant, type SignInLink, type User } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useSession } from "#api/session.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { RemoveUserDialog } from "./remove-user-dialog.tsx";

type UserActionsProps = {
  user: User;
  /** Without an owner nobody could ever appoint one again. */
  isLastOwner: boolean;
  onEdit: (user: User) => void;
  onLink: (user: User, link: SignInLink) => void;
};

/** What can be done about somebody, by those who have a say over them. */
export const UserActions = ({ user, isLastOwner, onEdit, onLink }: UserActionsProps) => {
  const { role } = useSession();
  const [isRemoving, setIsRemoving] = useState(false);
  const link = useMutation({
    mutationFn: () => client.createSignInLink({ params: { id: user.id } }),
    onSuccess: (made) => onLink(user, made),
    onError: (error) => toast.error(explainFailure(error)),
  });
  if (!canGrant(role, user.role)) return null;
  return (
    <>
      <DropdownMenu modal={false}>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={`Actions for ${user.name}`}>
            <Ellipsis />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="max-w-72">
          <DropdownMenuItem onSelect={() => onEdit(user)}>Edit name and role</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => link.mutate()}>Make a sign-in link</DropdownMenuItem>
          <DropdownMenuItem disabled={isLastOwner} onSelect={() => setIsRemoving(true)}>
            Remove
          </DropdownMenuItem>
          {isLastOwner && (
            <DropdownMenuLabel>
              The account's only owner can neither be removed nor made an admin: make somebody else an owner
              first.
            </DropdownMenuLabel>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {isRemoving && <RemoveUserDialog user={user} onClose={() => setIsRemoving(false)} />}
    </>
  );
};
