import { previewDocumentQuery, type DocumentKind } from "@ccp/contract";
import { z } from "zod";
import type { DocumentAsked } from "#api/money-queries.ts";

const { shape } = previewDocumentQuery;

/** A document as it is asked for: the party by its id as text, and two days. */
export const createIssueForm = (kind: DocumentKind) =>
  z
    .object({
      party: z.string().min(1, "Choose one."),
      periodFrom: shape.periodFrom,
      periodThrough: shape.periodThrough,
    })
    .transform(({ party, ...period }): DocumentAsked =>
      kind === "invoice" ? { buyerId: Number(party), ...period } : { publisherId: party, ...period },
    );

export type IssueValues = z.input<ReturnType<typeof createIssueForm>>;

const toDay = (at: Date): string => at.toISOString().slice(0, 10);

/** The month before the one that a day, such as "2026-11-23", lies in. */
export const toMonthBefore = (day: string): Pick<IssueValues, "periodFrom" | "periodThrough"> => {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return {
    periodFrom: toDay(new Date(Date.UTC(year, month - 2, 1))),
    periodThrough: toDay(new Date(Date.UTC(year, month - 1, 0))),
  };
};

/** Today by the clock of a zone, as it stands in a field. */
export const toToday = (now: number, timeZone: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
