import { useQuery } from "@tanstack/react-query";
import { accountQuery } from "#api/settings-queries.ts";
import { useMay, useSession } from "#api/session.ts";
import { DemoCard } from "#components/demo/demo-card.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ErrorState } from "#components/states.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AccountFacts } from "./account-facts.tsx";
import { AccountForm } from "./account-form.tsx";
import { PasswordCard } from "./password-card.tsx";

/** What holds for the whole workspace, and one's own password. */
export const AccountPage = () => {
  const { user } = useSession();
  const mayAdminister = useMay("administer");
  const { data, error, refetch } = useQuery(accountQuery);
  return (
    <PageBody>
      <PageHeader title="Account" purpose="What holds for the whole workspace, and your own sign-in." />
      <div className="mt-4 grid max-w-180 grid-cols-1 gap-6">
        {error !== null && data === undefined && <ErrorState error={error} onRetry={() => void refetch()} />}
        {error === null && data === undefined && <AccountSkeleton />}
        {data !== undefined &&
          (mayAdminister ? <AccountForm account={data} /> : <AccountFacts account={data} />)}
        {user !== null && <PasswordCard user={user} />}
        <DemoCard />
      </div>
    </PageBody>
  );
};

const AccountSkeleton = () => (
  <div className="grid h-101 content-start gap-8 max-md:h-116">
    <Skeleton className="w-1/2" />
    <Skeleton className="w-2/3" />
    <Skeleton className="w-1/3" />
  </div>
);
