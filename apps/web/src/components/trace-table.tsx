import type { Candidate } from "@ccp/contract";
import { toAmountText, toMicros } from "@ccp/engine";
import { Ban, Check, Minus } from "lucide-react";
import { Badge } from "#ui/badge.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";

const verdicts = {
  chosen: { tone: "good", icon: Check, text: "Chosen" },
  eligible: { tone: "none", icon: Minus, text: "Open" },
  refused: { tone: "bad", icon: Ban, text: "Passed over" },
} as const;

const VerdictBadge = ({ verdict }: Pick<Candidate, "verdict">) => {
  const { tone, icon: Icon, text } = verdicts[verdict];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {text}
    </Badge>
  );
};

const toConcurrency = ({ inUse, concurrencyMax }: Candidate): string =>
  concurrencyMax === null ? "no limit" : `${inUse} of ${concurrencyMax}`;

const toRowName = ({ row }: Candidate): string => (row === "fallback" ? "Fallback" : String(row + 1));

/** Whose target it is, or that it is an agent, and in which group it stands. */
const toOwnerText = ({ buyer, group }: Candidate): string => {
  const owner = buyer?.name ?? "agent";
  return group === null ? owner : `${owner}, in the group ${group}`;
};

type NamedCap = Candidate["caps"][number];

/** "2 of 50 connected this day", with the owner's name where that is not the target. */
const toCapWords = ({ owner, cap }: NamedCap): string => {
  const [used, limit] =
    "micros" in cap
      ? [cap.used, cap.micros].map((micros) => toAmountText(toMicros(micros)))
      : [String(cap.used), String(cap.limit)];
  const whose = owner.kind === "target" ? "" : `${owner.name} `;
  return `${whose}${used} of ${limit} ${cap.on} (${cap.period === "all-time" ? "in all" : cap.period})`;
};

/** What the caps that it was judged by had counted before this call. */
const CapNumbers = ({ caps }: Pick<Candidate, "caps">) =>
  caps.length > 0 && (
    <p className="text-label text-grey-11 tabular-nums">Caps: {caps.map(toCapWords).join("; ")}</p>
  );

type TraceTableProps = { label: string; candidates: readonly Candidate[] };

/** Every target that was considered, in plan order, with the first rule it failed and the numbers. */
export const TraceTable = ({ label, candidates }: TraceTableProps) => (
  <div className="@container">
    <div className="hidden overflow-x-auto @2xl:block" tabIndex={0} role="region" aria-label={label}>
      <Table>
        <thead>
          <tr>
            <TableHead className="w-0 pl-0">Row</TableHead>
            <TableHead>Target</TableHead>
            <TableHead>Verdict</TableHead>
            <TableHead>Why</TableHead>
            <TableHead className="text-right">Calls at once</TableHead>
            <TableHead className="text-right">Priority</TableHead>
            <TableHead className="pr-0 text-right">Weight</TableHead>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <tr key={candidate.row}>
              <TableCell className="pl-0 text-grey-11 tabular-nums">{toRowName(candidate)}</TableCell>
              <TableCell className="min-w-40 py-1.5 whitespace-normal">
                <span className="font-medium">{candidate.target.name}</span>{" "}
                <span className="text-grey-11">{toOwnerText(candidate)}</span>
              </TableCell>
              <TableCell>
                <VerdictBadge verdict={candidate.verdict} />
              </TableCell>
              <TableCell className="min-w-52 py-1.5 whitespace-normal">
                <p className="first-letter:uppercase">{candidate.sentence}</p>
                <CapNumbers caps={candidate.caps} />
              </TableCell>
              <TableCell className="text-right tabular-nums">{toConcurrency(candidate)}</TableCell>
              <TableCell className="text-right tabular-nums">{candidate.priority}</TableCell>
              <TableCell className="pr-0 text-right tabular-nums">{candidate.weight}</TableCell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
    <TraceCards candidates={candidates} />
  </div>
);

const TraceCards = ({ candidates }: { candidates: readonly Candidate[] }) => (
  <ul className="grid gap-3 @2xl:hidden" role="list">
    {candidates.map((candidate) => (
      <li key={candidate.row} className="border-t border-grey-6 pt-3">
        <div className="flex items-start justify-between gap-2">
          <span>
            <span className="font-medium">{candidate.target.name}</span>{" "}
            <span className="text-grey-11">{toOwnerText(candidate)}</span>
          </span>
          <VerdictBadge verdict={candidate.verdict} />
        </div>
        <p className="mt-1 first-letter:uppercase">{candidate.sentence}</p>
        <CapNumbers caps={candidate.caps} />
        <p className="mt-1 text-label text-grey-11 tabular-nums">
          Row {toRowName(candidate)} · priority {candidate.priority} · weight {candidate.weight} · calls at
          once: {toConcurrency(candidate)}
        </p>
      </li>
    ))}
  </ul>
);
