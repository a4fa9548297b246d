import type { CarrierAccount } from "@ccp/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { RadioTower } from "lucide-react";
import { carrierAccountsQuery, demoQuery } from "#api/settings-queries.ts";
import { useMay } from "#api/session.ts";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { CarrierAccountCard } from "./carrier-account-card.tsx";
import { CarrierSkeleton } from "./carrier-skeleton.tsx";
import { ConnectSheet } from "./connect-sheet.tsx";
import { ConnectSimulator } from "./connect-simulator.tsx";
import { EditSheet } from "./edit-sheet.tsx";

/** The carriers that bring calls in and take them out. */
export const TelephonyPage = () => {
  const { form, open, close } = useFormParam();
  const mayAdminister = useMay("administer");
  return (
    <PageBody>
      <PageHeader title="Telephony" purpose="The carrier accounts whose numbers are called here.">
        {mayAdminister && (
          <Button variant="primary" onClick={() => open({ kind: "new" })}>
            Connect Twilio
          </Button>
        )}
      </PageHeader>
      <div className="mt-4 grid max-w-240 grid-cols-1 gap-4">
        <CarrierAccounts onEdit={(id) => open({ kind: "edit", id: String(id) })} />
      </div>
      {mayAdminister && form?.kind === "new" && <ConnectSheet onClose={close} />}
      {mayAdminister && form?.kind === "edit" && <EditedAccount id={form.id} onClose={close} />}
    </PageBody>
  );
};

const useCarrierAccounts = () => {
  const { data, ...query } = useInfiniteQuery(carrierAccountsQuery);
  return { ...query, accounts: data?.pages.flatMap(({ items }) => items) };
};

const EditedAccount = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const account = useCarrierAccounts().accounts?.find((each) => String(each.id) === id);
  return account && <EditSheet key={id} account={account} onClose={onClose} />;
};

const CarrierAccounts = ({ onEdit }: { onEdit: (id: number) => void }) => {
  const { accounts, error, refetch, hasNextPage, fetchNextPage } = useCarrierAccounts();
  if (accounts === undefined) {
    return error === null ? <CarrierSkeleton /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      {accounts.map((account) => (
        <CarrierAccountCard key={account.id} account={account} onEdit={() => onEdit(account.id)} />
      ))}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>Load more</Button>}
      <NoSimulator accounts={accounts} />
    </>
  );
};

/** Without any carrier it says what one is for; without the simulated one it offers that, where there is one. */
const NoSimulator = ({ accounts }: { accounts: readonly CarrierAccount[] }) => {
  const mayAdminister = useMay("administer");
  const canSimulate = useQuery(demoQuery).data?.canRun === true;
  const hasSimulator = accounts.some(({ carrier }) => carrier === "simulator");
  const offer = mayAdminister && canSimulate && !hasSimulator && <ConnectSimulator />;
  if (accounts.length > 0) return <div>{offer}</div>;
  return (
    <EmptyState
      icon={RadioTower}
      title="No carrier is connected"
      text="A carrier brings the calls of your numbers in and rings your buyers' targets. Connect a Twilio account, or try things out with the simulated carrier: it rings nobody and costs nothing."
    >
      {offer}
    </EmptyState>
  );
};
