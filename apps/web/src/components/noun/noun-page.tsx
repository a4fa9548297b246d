import type { ConfigurationNoun } from "@ccp/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { ChevronLeft, Compass } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { toApiFailure } from "#api/errors.ts";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { toNounWord } from "./noun-operations.ts";

const lists: Record<ConfigurationNoun, { name: string; path: string }> = {
  campaign: { name: "Campaigns", path: paths.campaigns.list() },
  publisher: { name: "Publishers", path: paths.publishers.list() },
  number: { name: "Numbers", path: paths.numbers.list() },
  buyer: { name: "Buyers", path: paths.buyers.list() },
  target: { name: "Targets", path: paths.targets.list() },
  "target-group": { name: "Groups", path: paths.targetGroups.list() },
  agent: { name: "Agents", path: paths.agents.list() },
  "agent-group": { name: "Agent groups", path: paths.agentGroups.list() },
  plan: { name: "Plans", path: paths.plans.list() },
};

type NounPageProps<Noun> = {
  noun: ConfigurationNoun;
  query: Pick<UseQueryResult<Noun>, "data" | "error" | "refetch">;
  children: (found: Noun) => ReactNode;
};

/** The page of one noun, with the way back to its list, while it comes and where there is none. */
export const NounPage = <Noun,>({ noun, query, children }: NounPageProps<Noun>) => {
  const { data, error, refetch } = query;
  const { name, path } = lists[noun];
  return (
    <PageBody>
      <Link
        href={path}
        className="-ml-1 inline-flex h-6 items-center gap-0.5 text-label text-grey-11 hover:text-grey-12"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {name}
      </Link>
      {data !== undefined && children(data)}
      {data === undefined && error === null && <NounSkeleton />}
      {data === undefined && error !== null && (
        <NounProblem noun={noun} error={error} onRetry={() => void refetch()} />
      )}
    </PageBody>
  );
};

type NounProblemProps = { noun: ConfigurationNoun; error: unknown; onRetry: () => void };

const NounProblem = ({ noun, error, onRetry }: NounProblemProps) => {
  const isUnknown = ["not-found", "invalid"].includes(toApiFailure(error).code);
  if (!isUnknown) return <ErrorState error={error} onRetry={onRetry} />;
  const { name, path } = lists[noun];
  const word = toNounWord(noun);
  return (
    <>
      <PageHeader title={`No such ${word}`} />
      <EmptyState
        icon={Compass}
        title={`This account has no such ${word}`}
        text="The link may be of another account, or what it led to was removed."
      >
        <Button asChild>
          <Link href={path}>To the {name.toLowerCase()}</Link>
        </Button>
      </EmptyState>
    </>
  );
};

const NounSkeleton = () => (
  <div aria-busy="true" className="grid gap-4">
    <Skeleton className="h-7 w-60" />
    <Skeleton className="h-9 w-full" />
    <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {Array.from({ length: 8 }, (_, place) => (
        <Skeleton key={place} className="h-18" />
      ))}
    </div>
  </div>
);
