import {
  strategyWords,
  toHoursSummary,
  toRevenueText,
  type PlanVersionDetail,
  type PlanVersionRow,
} from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { explainFailure } from "#api/errors.ts";
import { planVersionQuery } from "#api/plan-queries.ts";
import { useSession } from "#api/session.ts";
import { speakExpectation } from "#lib/typed-expectation.ts";
import { formatMoney } from "#lib/format-money.ts";
import { Skeleton } from "#ui/skeleton.tsx";

/** The rows of a plan as they were in one of its versions. */
export const VersionRows = ({ planId, number }: { planId: string; number: number }) => {
  const { data, error } = useQuery(planVersionQuery(planId, number));
  if (error !== null) return <p className="text-bad">{explainFailure(error)}</p>;
  if (data === undefined) return <Skeleton className="h-8 w-2/3" />;
  if (data.items.length === 0) return <p className="text-grey-11">No rows.</p>;
  return (
    <ol
      aria-label={`Rows of version ${number}`}
      className="divide-y divide-grey-6 rounded-card border border-grey-6 bg-surface"
    >
      {data.items.map((row, index) => (
        <li
          key={`${row.of.id} ${row.priority}`}
          className="flex flex-wrap items-baseline gap-x-3 px-3 py-1.5"
        >
          <span className="w-6 text-label text-grey-11 tabular-nums">{index + 1}</span>
          <span className="font-medium">{row.of.name}</span>
          <VersionTerms row={row} version={data} />
        </li>
      ))}
    </ol>
  );
};

type VersionTermsProps = { row: PlanVersionRow; version: PlanVersionDetail };

/** What one needs for a row's calls, whether it takes all, and how many at once. */
const listNeeds = ({ skills = [], filter, concurrencyMax }: PlanVersionRow): string[] => [
  ...(skills.length === 0 ? [] : [`needs ${skills.join(", ")}`]),
  ...(filter === null ? [] : ["some calls only"]),
  ...(concurrencyMax === null ? [] : [`${concurrencyMax} at once`]),
];

const VersionTerms = ({ row, version }: VersionTermsProps) => {
  const { currency } = useSession().account;
  const { kind, priority, weight, enabled, revenue, hours, ringTimeoutSeconds, dialAttemptsMax } = row;
  const level = version.strategies.find((each) => each.priority === priority);
  const strategy = level?.strategy ?? "weighted";
  const terms = [
    ...(kind === "target" ? [] : [kind.replace("-", " ")]),
    `priority ${priority}, ${strategyWords[strategy].label.toLowerCase()}`,
    ...(level?.expectation === undefined ? [] : [speakExpectation(level.expectation)]),
    `weight ${weight}`,
    ...(enabled ? [] : ["off"]),
    ...(revenue === null ? [] : [toRevenueText(revenue, (micros) => formatMoney(micros, currency))]),
    ...(hours === null ? [] : [toHoursSummary(hours)]),
    ...listNeeds(row),
    ...(ringTimeoutSeconds === null ? [] : [`rings ${ringTimeoutSeconds} s`]),
    ...(dialAttemptsMax === 1 ? [] : [`up to ${dialAttemptsMax} attempts`]),
  ];
  return <span className="min-w-0 text-label text-grey-11 tabular-nums">{terms.join(" · ")}</span>;
};
