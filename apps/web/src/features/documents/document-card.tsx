import { toDocumentName, type Document } from "@ccp/contract";
import { toPeriodText } from "#components/document/document-words.ts";
import { Money } from "#components/money.tsx";
import { StatusBadge } from "#components/status-badge.tsx";

/** A document where a table would not fit. */
export const DocumentCard = ({ document }: { document: Document }) => (
  <div className="grid grid-cols-1 gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium">
        {toDocumentName(document)} · {(document.buyer ?? document.publisher)?.name}
      </span>
      <StatusBadge status={document.status} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate tabular-nums">{toPeriodText(document)}</span>
      <Money micros={document.closingMicros} currency={document.currency} className="shrink-0" />
    </div>
  </div>
);
