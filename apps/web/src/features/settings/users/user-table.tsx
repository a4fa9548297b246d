import type { SignInLink, User } from "@ccp/contract";
import { useSession } from "#api/session.ts";
import { Age } from "#components/time.tsx";
import { Badge } from "#ui/badge.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";
import { roleNames } from "./roles.ts";
import { UserActions } from "./user-actions.tsx";

type UserTableProps = {
  /** Undefined while they are on their way. */
  users: readonly User[] | undefined;
  onEdit: (user: User) => void;
  onLink: (user: User, link: SignInLink) => void;
};

/** Everybody who can sign in, with what can be done about each. */
export const UserTable = ({ users, ...actions }: UserTableProps) => {
  const owners = users?.filter(({ role }) => role === "owner").length ?? 0;
  return (
    <Table aria-busy={users === undefined}>
      <thead>
        <tr>
          <TableHead className="pl-4 md:pl-6">Name</TableHead>
          <TableHead className="max-md:hidden">E-mail</TableHead>
          <TableHead>Role</TableHead>
          <TableHead className="max-md:hidden">Last seen</TableHead>
          <TableHead className="w-0 pr-4 md:pr-6">
            <span className="sr-only">Actions</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {users === undefined ? (
          <SkeletonRow />
        ) : (
          users.map((user) => (
            <UserRow
              key={user.id}
              user={user}
              isLastOwner={user.role === "owner" && owners === 1}
              {...actions}
            />
          ))
        )}
      </tbody>
    </Table>
  );
};

const Seen = ({ at }: { at: string | null }) =>
  at === null ? <span className="text-grey-11">never</span> : <Age at={Date.parse(at)} />;

type UserRowProps = Omit<UserTableProps, "users"> & { user: User; isLastOwner: boolean };

const UserRow = ({ user, ...actions }: UserRowProps) => {
  const isMe = useSession().user?.id === user.id;
  return (
    <tr>
      <TableCell className="max-w-60 py-1.5 pl-4 md:pl-6">
        <span className="block truncate font-medium">
          {user.name} {isMe && <Badge>you</Badge>}
        </span>
        <span className="block truncate text-grey-11 md:hidden">{user.email}</span>
        <span className="block text-grey-11 md:hidden">
          Seen <Seen at={user.lastSeenAt} />
        </span>
      </TableCell>
      <TableCell className="max-w-80 truncate max-md:hidden">{user.email}</TableCell>
      <TableCell>{roleNames[user.role]}</TableCell>
      <TableCell className="max-md:hidden">
        <Seen at={user.lastSeenAt} />
      </TableCell>
      <TableCell className="pr-4 md:pr-6">
        <UserActions user={user} {...actions} />
      </TableCell>
    </tr>
  );
};

const SkeletonRow = () => (
  <tr>
    {[0, 1, 2, 3, 4].map((cell) => (
      <TableCell key={cell} className="first:pl-4 md:first:pl-6">
        <Skeleton className="w-2/3" />
      </TableCell>
    ))}
  </tr>
);
