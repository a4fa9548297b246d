import type { DocumentPreview } from "@ccp/contract";
import { Count } from "#components/count.tsx";
import { Money } from "#components/money.tsx";
import { documentWords } from "./document-words.ts";

/** From the opening balance to the closing one: the lines by kind, to the micro. */
export const DocumentTotals = ({ document }: { document: DocumentPreview }) => {
  const { currency, kind } = document;
  return (
    <table className="w-full max-w-140">
      <caption className="sr-only">From the opening to the closing balance</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">What</th>
          <th scope="col">Count</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        <Row label="Opening balance" micros={document.openingMicros} currency={currency} />
        <Row label="Calls" total={document.calls} currency={currency} />
        <Row label="Adjustments" total={document.adjustments} currency={currency} />
        <Row label="Payments" total={document.payments} currency={currency} />
        <Row label="Taken back" total={document.reversals} currency={currency} />
        <Row label="Of earlier periods" total={document.earlier} currency={currency} />
        <Row
          label={`Closing balance, ${documentWords[kind].owes}`}
          micros={document.closingMicros}
          currency={currency}
          isLast
        />
      </tbody>
    </table>
  );
};

type RowProps = { label: string; currency: string; isLast?: boolean } & (
  | { micros: string; total?: never }
  | { micros?: never; total: DocumentPreview["calls"] }
);

const Row = ({ label, micros, total, currency, isLast = false }: RowProps) => (
  <tr className={isLast ? "border-t border-grey-6 font-semibold" : ""}>
    <th
      scope="row"
      className={isLast ? "py-1 pr-4 text-left font-semibold" : "py-1 pr-4 text-left font-normal"}
    >
      {label}
    </th>
    <td className="py-1 pr-4 text-right text-grey-11 tabular-nums">
      {total !== undefined && <Count value={total.count} />}
    </td>
    <td className="py-1 text-right whitespace-nowrap">
      <Money micros={micros ?? total?.micros ?? "0"} currency={currency} />
    </td>
  </tr>
);
