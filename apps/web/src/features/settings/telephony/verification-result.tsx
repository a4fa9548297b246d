import type { CarrierProblem, CarrierVerification } from "@ccp/contract";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { CopyButton } from "#components/copy-button.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";

const toNumbers = (count: number): string => (count === 1 ? "its number leads" : `all ${count} numbers lead`);

const toVerdict = ({ numbersChecked }: CarrierVerification): string =>
  numbersChecked === 0
    ? "The carrier knows the account and it is active. No number of it is entered here yet."
    : `The account is active, and ${toNumbers(numbersChecked)} here.`;

/** What the carrier said a moment ago: all is well, or each thing that is not and what to set instead. */
export const VerificationResult = ({ verification }: { verification: CarrierVerification }) => {
  const { problems } = verification;
  if (problems.length === 0) {
    return (
      <p role="status" className="mt-4 flex items-start gap-2 border-t border-grey-6 pt-3">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        {toVerdict(verification)}
      </p>
    );
  }
  return (
    <div role="status" className="mt-4 border-t border-grey-6 pt-3">
      <h3 className="font-medium">
        {problems.length === 1 ? "One thing is" : `${problems.length} things are`} wrong. Calls may not arrive
        until
        {problems.length === 1 ? " it is" : " they are"} put right at the carrier.
      </h3>
      <ul role="list" className="mt-2 divide-y divide-grey-6">
        {problems.map((problem) => (
          <Problem key={`${problem.kind} ${problem.number?.id ?? ""}`} problem={problem} />
        ))}
      </ul>
    </div>
  );
};

/** What was found is the carrier's answer where it is not a setting. */
const foundLabels: Partial<Record<CarrierProblem["kind"], string>> = {
  unreachable: "Error",
  "refused-token": "The carrier's answer",
  "account-not-active": "Status now",
};

const Problem = ({ problem: { kind, number, sentence, found, expected } }: { problem: CarrierProblem }) => (
  <li className="flex gap-2 py-2.5 last:pb-0">
    <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
    <div className="grid min-w-0 gap-1">
      <p>
        {number !== null && (
          <Link
            href={paths.numbers.page(number.id)}
            className="font-medium underline-offset-4 hover:underline"
          >
            {formatPhone(number.number)}:{" "}
          </Link>
        )}
        {number === null ? sentence : formatPhone(sentence)}
      </p>
      <dl className="grid gap-x-3 text-label md:grid-cols-[auto_minmax(0,1fr)]">
        {found !== null && <Setting label={foundLabels[kind] ?? "Set now"}>{found}</Setting>}
        {expected !== null && (
          <Setting label="Set this">
            {expected}
            <CopyButton text={expected} label="Copy what to set" />
          </Setting>
        )}
      </dl>
    </div>
  </li>
);

const Setting = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt className="text-grey-11 md:leading-6">{label}</dt>
    <dd className="flex min-h-6 min-w-0 items-center gap-1 font-mono break-all">{children}</dd>
  </>
);
