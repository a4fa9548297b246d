import { drawCalls, type Draws, type PlanRow, type RowRef, type Trial } from "@ccp/engine";
import { useMemo } from "react";
import { Percent } from "#components/percent.tsx";
import { Table, TableCell, TableHead } from "#ui/table.tsx";

export const drawsCount = 1000;

type Share = { key: RowRef; plan: PlanRow; calls: number };

/** In plan order, those that got any. */
const listShares = ({ campaign }: Trial, { rows }: Draws): Share[] => {
  if (campaign === null) return [];
  const refs: [RowRef, PlanRow | null][] = [
    ...campaign.rows.map((plan, row): [RowRef, PlanRow] => [row, plan]),
    ["fallback", campaign.fallback],
  ];
  return refs.flatMap(([key, plan]) => {
    const calls = rows.get(key) ?? 0;
    return plan === null || calls === 0 ? [] : [{ key, plan, calls }];
  });
};

/** Who would get a thousand calls like this one, beside the weights that were set. */
export const DrawShares = ({ trial, seed }: { trial: Trial; seed: string }) => {
  const draws = useMemo(() => drawCalls(trial, { calls: drawsCount, seed }), [trial, seed]);
  const shares = listShares(trial, draws);
  return (
    <div className="grid gap-3">
      {shares.length > 0 && (
        <Table>
          <thead>
            <tr>
              <TableHead className="pl-0">Target</TableHead>
              <TableHead className="text-right">Priority</TableHead>
              <TableHead className="text-right">Weight</TableHead>
              <TableHead className="text-right">Calls</TableHead>
              <TableHead className="pr-0 text-right">Share</TableHead>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ key, plan, calls }) => (
              <tr key={key}>
                <TableCell className="py-1.5 pl-0 whitespace-normal">
                  <span className="font-medium">{plan.targetName}</span>{" "}
                  <span className="text-grey-11">{plan.buyerName}</span>
                </TableCell>
                <TableCell className="text-right tabular-nums">
                  {key === "fallback" ? "Fallback" : plan.priority}
                </TableCell>
                <TableCell className="text-right tabular-nums">{plan.weight}</TableCell>
                <TableCell className="text-right tabular-nums">{calls}</TableCell>
                <TableCell className="pr-0 text-right">
                  <Percent share={calls / draws.calls} />
                </TableCell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {draws.nobody > 0 && <p>{draws.nobody} of them heard the apology: no target was open.</p>}
      <p className="text-label text-grey-11">
        {draws.calls.toLocaleString("en-US")} calls like this one, each over before the next comes, each with
        a draw of its own. Caps and calls at once stand still meanwhile.
      </p>
    </div>
  );
};
