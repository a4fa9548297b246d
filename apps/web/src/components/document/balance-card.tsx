import type { Buyer, DocumentKind, PartyBalance } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { buyerBalanceQuery, publisherBalanceQuery } from "#api/money-queries.ts";
import { useMay, useSession } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { Money } from "#components/money.tsx";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { LiveBalance } from "./live-balance.tsx";
import { documentPaths, documentWords } from "./document-words.ts";

const balances = ["balance"] as const;

export const BuyerBalance = ({ buyer: { id, billing } }: { buyer: Pick<Buyer, "id" | "billing"> }) => {
  useKeptUp(balances);
  const { data } = useQuery(buyerBalanceQuery(id));
  const { currency } = useSession().account;
  // Takes its place before it is known, so that nothing below it moves.
  return (
    <BalanceCard kind="invoice" filter={`buyer=${id}`} balance={data}>
      <div className={data === undefined ? "invisible" : ""} aria-hidden={data === undefined}>
        <LiveBalance balance={data ?? { liveMicros: "0", currency }} billing={billing} />
      </div>
    </BalanceCard>
  );
};

export const PublisherBalance = ({ id }: { id: string }) => {
  useKeptUp(balances);
  const { data } = useQuery(publisherBalanceQuery(id));
  return <BalanceCard kind="statement" filter={`publisher=${id}`} balance={data} />;
};

type BalanceCardProps = {
  kind: DocumentKind;
  /** How the list of documents is narrowed to this party. */
  filter: string;
  /** Undefined while it is on its way. */
  balance: PartyBalance | undefined;
  children?: ReactNode;
};

/** What a party owes or is owed by the ledger, and the way to its documents. */
const BalanceCard = ({ kind, filter, balance, children }: BalanceCardProps) => {
  const maySettle = useMay("settle");
  const { one, many } = documentWords[kind];
  const list = documentPaths[kind];
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <CardTitle>Balance</CardTitle>
        <div className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={list.list(filter)}>Open {many}</Link>
          </Button>
          {maySettle && (
            <Button asChild>
              <Link href={list.list(`${filter}&form=new`)}>New {one}</Link>
            </Button>
          )}
        </div>
      </div>
      {children}
      {balance === undefined ? <Skeleton className="h-12 w-60" /> : <Balance balance={balance} kind={kind} />}
    </Card>
  );
};

type BalanceProps = { balance: PartyBalance; kind: DocumentKind };

const Balance = ({ balance, kind }: BalanceProps) => {
  const { one, owes } = documentWords[kind];
  const { currency, balanceMicros, openMicros, lastDocument } = balance;
  return (
    <>
      <p>
        <Money micros={balanceMicros} currency={currency} className="text-figure font-semibold" />{" "}
        <span className="text-grey-11">{owes}</span>
      </p>
      <p className="mt-1 text-grey-11">
        <Money micros={openMicros} currency={currency} className="text-grey-12" /> of it on no {one} yet
        {lastDocument !== null && (
          <>
            ; the last one,{" "}
            <Link
              href={documentPaths[kind].page(lastDocument.id)}
              className="text-accent-text underline underline-offset-4"
            >
              number {lastDocument.number}
            </Link>
            , goes through {lastDocument.periodThrough}
          </>
        )}
        .
      </p>
    </>
  );
};
