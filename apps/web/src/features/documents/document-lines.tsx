import { documentLineColumns, toLineText, type DocumentLine } from "@ccp/contract";
import { useState } from "react";
import { client } from "#api/client.ts";
import { CallLink } from "#components/call/call-link.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { LoadMore } from "#components/load-more.tsx";
import { Money } from "#components/money.tsx";
import { ErrorState } from "#components/states.tsx";
import { Time } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";

const columns = documentLineColumns.filter(({ isDefault }) => isDefault);

const widths = { effectiveAt: 128, what: 200, call: 140, campaign: 160, connected: 96, amount: 120 };

const toName = (line: DocumentLine): string =>
  `${toLineText(line)}${line.caller === null ? "" : `, call from ${formatPhone(line.caller)}`}`;

/** The transfers that a document is made of, each with the way to its call. */
export const DocumentLines = ({ id }: { id: number }) => {
  const [sort, setSort] = useState("effectiveAt");
  const rows = useListRows(["document-lines", String(id)], { sort }, ({ query }) =>
    client.listDocumentLines({ params: { id }, query }),
  );
  const { items, error, retry, hasMore, isLoadingMore, more, isStale } = rows;
  if (error !== null && items === undefined) return <ErrorState error={error} onRetry={retry} />;
  return (
    <section aria-label="Lines" className="mt-6 grid grid-cols-1 gap-3">
      <h2 className="text-section font-semibold">Lines</h2>
      {items?.length === 0 ? (
        <p className="text-grey-11">Nothing was booked in this period.</p>
      ) : (
        <div className="-mx-4 md:-mx-6">
          <DataTable
            label="Lines"
            columns={columns}
            pinnedCount={0}
            density="compact"
            rows={items}
            sort={sort}
            onSort={setSort}
            selection={null}
            openKey={null}
            isStale={isStale}
            scrollKey={`document-${id}`}
            toKey={(line) => String(line.id)}
            toName={toName}
            toHref={({ callId }) => (callId === null ? "" : paths.call(callId))}
            renderCell={({ callId, caller }, column) =>
              column === "call" && callId !== null ? <CallLink id={callId} caller={caller} /> : undefined
            }
            renderCard={(line) => <LineCard line={line} />}
            widths={widths}
            footer={
              <LoadMore
                hasMore={hasMore}
                isLoading={isLoadingMore}
                count={items?.length ?? 0}
                noun="lines"
                onMore={more}
              />
            }
          />
        </div>
      )}
    </section>
  );
};

const LineCard = ({ line }: { line: DocumentLine }) => (
  <div className="grid grid-cols-1 gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium">{toLineText(line)}</span>
      <Money micros={line.amountMicros} currency={line.currency} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate">{line.note ?? line.campaign}</span>
      <Time at={Date.parse(line.effectiveAt)} />
    </div>
  </div>
);
