import type { DryRunShown } from "@ccp/contract";
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Count } from "#components/count.tsx";
import { Facts } from "#components/facts.tsx";
import { Money } from "#components/money.tsx";
import { ZonedTime } from "#components/time.tsx";
import { formatSignedMoney, subtractMoney } from "#lib/format-money.ts";
import { paths } from "#paths.ts";
import { Badge } from "#ui/badge.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";
import { toCallsText, toEarnedText } from "./calls-text.ts";
import { toMarginOf, toWhole } from "./to-whole.ts";

/** What a try of the draft has come to. */
export const DryRunResult = ({ result }: { result: DryRunShown }) => (
  <>
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <FatesCard result={result} />
      <MoneyCard result={result} />
    </div>
    <DestinationsCard result={result} />
    {result.moves.length > 0 && <MovesCard result={result} />}
    <AssumptionsCard result={result} />
  </>
);

const FatesCard = ({ result: { calls, fates } }: { result: DryRunShown }) => {
  const elsewhere = calls - fates.kept;
  return (
    <Card>
      <CardTitle>
        {elsewhere.toLocaleString("en-US")} of {toCallsText(calls)} would have gone elsewhere
      </CardTitle>
      <Facts
        facts={[
          { label: "Kept", value: <Count value={fates.kept} /> },
          { label: "Moved to another target", value: <Count value={fates.moved} /> },
          { label: "Gained: nobody was rung before", value: <Count value={fates.gained} /> },
          { label: "Lost: nobody would be rung", value: <Count value={fates.lost} /> },
        ]}
      />
    </Card>
  );
};

const MoneyCard = ({ result }: { result: DryRunShown }) => {
  const { before, after, currency, unestimated, calls, fates } = result;
  const rows = [
    { label: "Revenue", was: before.revenueMicros, is: after.revenueMicros },
    { label: "Payout", was: before.payoutMicros, is: after.payoutMicros },
    { label: "Margin", was: toMarginOf(before), is: toMarginOf(after) },
  ];
  return (
    <Card>
      <CardTitle>Money</CardTitle>
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">
              <span className="sr-only">Amount</span>
            </TableHead>
            <TableHead className="text-right">Before</TableHead>
            <TableHead className="text-right">With the draft</TableHead>
            <TableHead className="pr-0 text-right">Change</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, was, is }) => (
            <tr key={label}>
              <TableCell className="pl-0 font-medium">{label}</TableCell>
              <TableCell className="text-right">
                <Money micros={was} currency={currency} />
              </TableCell>
              <TableCell className="text-right">
                <Money micros={toWhole(is)} currency={currency} />
              </TableCell>
              <TableCell className="pr-0 text-right tabular-nums">
                {formatSignedMoney(toWhole(subtractMoney(is, was)), currency)}
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-label text-grey-11">{toEarnedText(fates.kept, calls)}</p>
      {unestimated.calls > 0 && (
        <p className="mt-2 font-medium">
          {toCallsText(unestimated.calls)} of {calls.toLocaleString("en-US")} have no estimate, for nobody of
          these calls rang their new target first. They earned{" "}
          <Money micros={unestimated.revenueMicros} currency={currency} />, which stands before and not with
          the draft.
        </p>
      )}
    </Card>
  );
};

type Targets = DryRunShown["destinations"][number]["targets"];

const toNames = (targets: Targets): string =>
  targets.length === 0 ? "Nobody" : targets.map(({ name }) => name ?? "a former target").join(" and ");

const Change = ({ from, to }: { from: ReactNode; to: ReactNode }) => (
  <span className="tabular-nums">
    <span className="whitespace-nowrap text-grey-11">
      {from} <ArrowRight aria-label="to" className="inline size-3" />
    </span>{" "}
    <span className="whitespace-nowrap">{to}</span>
  </span>
);

const Amounts = ({ was, is, currency }: { was: string; is: string; currency: string }) => (
  <Change
    from={<Money micros={was} currency={currency} />}
    to={<Money micros={toWhole(is)} currency={currency} />}
  />
);

const toSampleText = ({ targets, sample, after }: DryRunShown["destinations"][number]): string => {
  if (targets.length === 0) return "The caller hears the apology, or what the campaign has instead.";
  if (targets.length > 1) return "They ring at once: an estimate is the mean of theirs.";
  const rang = `${sample.converted.toLocaleString("en-US")} of ${toCallsText(sample.dialled)} that rang it first converted`;
  return after.unestimated === 0 ? rang : `${rang}; ${toCallsText(after.unestimated)} without an estimate`;
};

const DestinationsCard = ({ result: { destinations, currency } }: { result: DryRunShown }) => (
  <Card className="min-w-0">
    <CardTitle>By whom they rang first</CardTitle>
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Calls and money by target">
      <Table>
        <thead>
          <tr>
            <TableHead className="pl-0">Target</TableHead>
            <TableHead className="text-right">Calls</TableHead>
            <TableHead className="hidden text-right sm:table-cell">Revenue</TableHead>
            <TableHead className="pr-0 text-right">Margin</TableHead>
          </tr>
        </thead>
        <tbody>
          {destinations.map((each) => (
            <tr key={each.targets.map(({ id }) => id).join(" ")}>
              <TableCell className="min-w-28 py-1.5 pl-0 whitespace-normal sm:min-w-44">
                <span className="font-medium">{toNames(each.targets)}</span>
                <span className="block text-grey-11">{toSampleText(each)}</span>
              </TableCell>
              <TableCell className="text-right">
                <Change from={<Count value={each.before.calls} />} to={<Count value={each.after.calls} />} />
              </TableCell>
              <TableCell className="hidden text-right sm:table-cell">
                <Amounts was={each.before.revenueMicros} is={each.after.revenueMicros} currency={currency} />
              </TableCell>
              <TableCell className="pr-0 text-right whitespace-normal">
                <Amounts was={toMarginOf(each.before)} is={toMarginOf(each.after)} currency={currency} />
              </TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  </Card>
);

type Move = DryRunShown["moves"][number];

const fateBadges = {
  kept: { tone: "none", text: "Kept" },
  moved: { tone: "none", text: "Moved" },
  gained: { tone: "good", text: "Gained" },
  lost: { tone: "bad", text: "Lost" },
} as const;

const MoveLine = ({ move, currency }: { move: Move; currency: string }) => {
  const { tone, text } = fateBadges[move.fate];
  return (
    <li className="border-b border-grey-6 last:border-b-0">
      <Link
        href={paths.call(move.callId)}
        className="-mx-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-control px-2 py-1 hover:bg-grey-3"
      >
        <ZonedTime at={Date.parse(move.at)} />
        <Badge tone={tone}>{text}</Badge>
        <span className="min-w-0 grow basis-60">
          <span className="text-grey-11">{toNames(move.from)}</span>
          <ArrowRight aria-label="to" className="mx-1 inline size-3 text-grey-11" />
          {toNames(move.to)}
        </span>
        <span className="text-right">
          {move.estimate === null ? (
            "no estimate"
          ) : (
            <Amounts was={toMarginOf(move.before)} is={toMarginOf(move.estimate)} currency={currency} />
          )}
        </span>
      </Link>
    </li>
  );
};

const MovesCard = ({ result: { moves, calls, fates, currency } }: { result: DryRunShown }) => {
  const more = calls - fates.kept - moves.length;
  return (
    <Card className="min-w-0">
      <CardTitle>Calls that would have gone elsewhere</CardTitle>
      <p className="mb-2 text-label text-grey-11">With their margin: what it was, and what is estimated.</p>
      <ul role="list" aria-label="Calls that would have gone elsewhere" className="text-label">
        {moves.map((move) => (
          <MoveLine key={move.callId} move={move} currency={currency} />
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-grey-11">and {toCallsText(more)} more</p>}
    </Card>
  );
};

const AssumptionsCard = ({ result: { assumptions, calls } }: { result: DryRunShown }) => (
  <Card>
    <CardTitle>What is taken for granted</CardTitle>
    <ul role="list" className="grid gap-1.5">
      {assumptions.map((each) => (
        <li key={each.assumption} className="max-w-180">
          {each.sentence}
          {each.calls < calls && <span className="text-grey-11"> ({toCallsText(each.calls)})</span>}
        </li>
      ))}
    </ul>
  </Card>
);
