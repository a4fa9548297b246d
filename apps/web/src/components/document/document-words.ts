import type { Document } from "@ccp/contract";
import { paths } from "#paths.ts";

export const documentPaths = { invoice: paths.invoices, statement: paths.statements } as const;

type PartyWords = { party: "buyer" | "publisher"; one: string; many: string; owes: string };

export const documentWords: Record<Document["kind"], PartyWords> = {
  invoice: { party: "buyer", one: "invoice", many: "invoices", owes: "owed by the buyer" },
  statement: { party: "publisher", one: "statement", many: "statements", owes: "owed to the publisher" },
};

export const toDocumentPath = ({ kind, id }: Pick<Document, "kind" | "id">): string =>
  documentPaths[kind].page(id);

/** The days of a period: "2026-11-01 through 2026-11-30". */
export const toPeriodText = ({
  periodFrom,
  periodThrough,
}: Pick<Document, "periodFrom" | "periodThrough">): string => `${periodFrom} through ${periodThrough}`;
