import { strategyWords, type PlanGroupRow } from "@ccp/contract";
import { Layers } from "lucide-react";
import { Link } from "wouter";
import { paths } from "#paths.ts";
import { CallsCell, NowCell } from "./listed-cells.tsx";
import { type GroupRow, judgeGroup } from "./group-standing.ts";
import type { Judge } from "./use-judge.ts";

type Group = PlanGroupRow["group"];

/** A group's name over how it picks one of its members. */
export const GroupCell = ({ group: { id, name, strategy, members } }: { group: Group }) => (
  <span className="min-w-0 max-md:order-1 max-md:col-span-3">
    <Link
      href={paths.targetGroups.page(id)}
      className="flex items-center gap-1.5 font-medium underline-offset-4 hover:underline"
    >
      <Layers aria-label="Group" className="size-3.5 shrink-0 text-grey-11" />
      <span className="truncate">{name}</span>
    </Link>
    <span className="block truncate text-label text-grey-11">
      {members.length} {members.length === 1 ? "target" : "targets"},{" "}
      {strategyWords[strategy].label.toLowerCase()}
    </span>
  </span>
);

type GroupNowCellsProps = { row: GroupRow; judge: Judge };

/** How a group's members stand together. */
export const GroupNowCells = ({ row, judge }: GroupNowCellsProps) => {
  const { inUse, max, ...standing } = judgeGroup(row, judge);
  return (
    <>
      <NowCell standing={standing} />
      <CallsCell inUse={inUse} max={max} />
    </>
  );
};
