import type { SignInLink, User } from "@ccp/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usersQuery } from "#api/settings-queries.ts";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { LoadMore } from "#components/load-more.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ErrorState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { EditUserSheet } from "./edit-user-sheet.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { NewUserSheet } from "./new-user-sheet.tsx";
import { UserTable } from "./user-table.tsx";

const useUsers = () => {
  const { data, ...query } = useInfiniteQuery(usersQuery);
  return { ...query, users: data?.pages.flatMap(({ items }) => items) };
};

/** Who can sign in, and as what. */
export const UsersPage = () => {
  const { users, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useUsers();
  const { form, open, close } = useFormParam();
  const [handed, setHanded] = useState<{ user: User; link: SignInLink } | null>(null);
  const edited = form?.kind === "edit" ? users?.find(({ id }) => String(id) === form.id) : undefined;
  return (
    <PageBody>
      <PageHeader
        title="Users"
        purpose="Who can sign in here. Owners and admins may do everything; only owners have a say over owners."
      >
        <Button variant="primary" onClick={() => open({ kind: "new" })}>
          Add user
        </Button>
      </PageHeader>
      <div className="-mx-4 mt-4 md:-mx-6">
        {users === undefined && error !== null ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <UserTable
            users={users}
            onEdit={({ id }) => open({ kind: "edit", id: String(id) })}
            onLink={(user, link) => setHanded({ user, link })}
          />
        )}
        {users !== undefined && (
          <LoadMore
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            count={users.length}
            noun={users.length === 1 ? "user" : "users"}
            onMore={() => void fetchNextPage()}
          />
        )}
      </div>
      {form?.kind === "new" && (
        <NewUserSheet
          onClose={close}
          onCreated={(made) => {
            setHanded(made);
            close();
          }}
        />
      )}
      {edited !== undefined && <EditUserSheet key={edited.id} user={edited} onClose={close} />}
      {handed !== null && <LinkDialog {...handed} onClose={() => setHanded(null)} />}
    </PageBody>
  );
};
