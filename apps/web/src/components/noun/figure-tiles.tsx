import { figureColumns, type FigureNoun, type NounFigures } from "@ccp/contract";
import { Link } from "wouter";
import { CellView } from "#components/data-table/cell-view.tsx";
import { cn } from "#lib/cn.ts";
import { toFigureAddress } from "./figure-address.ts";
import type { Id } from "./noun-operations.ts";
import { useFigures } from "./use-figures.ts";

const labels = {
  live: "Live now",
  hour: "This hour",
  day: "Today",
  month: "This month",
  connectedRate: "Connected today",
  convertedRate: "Converted today",
  revenue: "Revenue today",
  payout: "Payout today",
};

/** What the calls of one noun come to, each figure with the way to its calls. */
export const FigureTiles = ({ by, id }: { by: FigureNoun; id: Id }) => {
  const known = useFigures(by, [id]);
  const figures = known?.find(id);
  return (
    <ul role="list" aria-label="Figures" className="grid grid-cols-2 gap-3 md:grid-cols-4">
      {Object.entries(labels).map(([columnId, label]) => (
        <li key={columnId} className="min-w-0">
          <FigureTile
            columnId={columnId}
            label={label}
            figures={figures}
            href={figures && known && toFigureAddress(by, figures, { at: known.at, columnId })}
          />
        </li>
      ))}
    </ul>
  );
};

type FigureTileProps = {
  columnId: string;
  label: string;
  figures: NounFigures | null | undefined;
  href: string | null | undefined;
};

const tileClasses = "grid min-w-0 gap-1 rounded-card border border-grey-6 bg-surface p-4 max-md:p-3";

const FigureTile = ({ columnId, label, figures, href }: FigureTileProps) => {
  const column = figureColumns.find(({ id }) => id === columnId);
  if (column === undefined) return null;
  const content = (
    <>
      <span className="text-label text-grey-11">{label}</span>
      <span className="truncate text-title font-semibold tabular-nums">
        <CellView cell={column.toCell({ figures })} />
      </span>
    </>
  );
  if (href === null || href === undefined) return <div className={tileClasses}>{content}</div>;
  return (
    <Link href={href} className={cn(tileClasses, "transition-colors duration-120 hover:border-grey-8")}>
      {content}
    </Link>
  );
};
