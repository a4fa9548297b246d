import { figureColumns, type FigureNoun, type NounFigures, type WithFigures } from "@ccp/contract";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { CellView } from "#components/data-table/cell-view.tsx";
import { OutcomeBadge } from "#components/status-badge.tsx";
import { Age } from "#components/time.tsx";
import { cn } from "#lib/cn.ts";
import { paths } from "#paths.ts";
import { toFigureAddress } from "./figure-address.ts";

type FigureLinkProps = { href: string; className?: string; children: ReactNode };

/** Leads on from a row that as a whole leads elsewhere. */
export const FigureLink = ({ href, className, children }: FigureLinkProps) => (
  <Link
    href={href}
    className={cn(
      "pointer-events-auto relative z-2 underline-offset-4 hover:text-accent-text hover:underline",
      className,
    )}
  >
    {children}
  </Link>
);

/** The last call by how it went or when it came, with the way to it. */
export const LastCallLink = ({ call, as }: { call: NounFigures["lastCall"]; as: "result" | "age" }) => (
  <FigureLink href={paths.call(call.id)}>
    {as === "result" ? <OutcomeBadge call={call} /> : <Age at={Date.parse(call.arrivedAt)} />}
  </FigureLink>
);

/** A figure with the way to the calls that it counts; undefined where the column has none to show. */
export const renderFigure = (
  by: FigureNoun,
  { figures }: WithFigures<unknown>,
  { at, columnId }: { at: string | undefined; columnId: string },
): ReactNode => {
  if (figures === undefined || figures === null || at === undefined) return undefined;
  if (columnId === "lastResult") return <LastCallLink call={figures.lastCall} as="result" />;
  if (columnId === "lastCall") return <LastCallLink call={figures.lastCall} as="age" />;
  const href = toFigureAddress(by, figures, { at, columnId });
  const column = figureColumns.find(({ id }) => id === columnId);
  if (href === null || column === undefined) return undefined;
  return (
    <FigureLink href={href}>
      <CellView cell={column.toCell({ figures })} />
    </FigureLink>
  );
};
