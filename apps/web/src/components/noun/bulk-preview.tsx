import { ArrowRight } from "lucide-react";
import { FieldValue } from "#components/field-value.tsx";

type BulkPreviewProps = {
  /** The field that changes, as the contract calls it. */
  fieldKey: string;
  rows: readonly { id: string | number; name: string; before: unknown }[];
  /** Undefined while nothing that can be saved is typed. */
  after: unknown;
};

const shownMax = 50;

/** What a bulk edit would change, row by row, before it does. */
export const BulkPreview = ({ fieldKey, rows, after }: BulkPreviewProps) => (
  <section aria-label="What will change">
    <ul role="list" className="max-h-80 divide-y divide-grey-6 overflow-y-auto border-y border-grey-6">
      {rows.slice(0, shownMax).map(({ id, name, before }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-1.5">
          <span className="min-w-0 truncate">{name}</span>
          <span className="flex shrink-0 items-center gap-1.5 tabular-nums">
            <span className="text-grey-11">
              <FieldValue fieldKey={fieldKey} value={before} />
            </span>
            <ArrowRight aria-label="becomes" className="size-3.5 text-grey-11" />
            {after === undefined ? "…" : <FieldValue fieldKey={fieldKey} value={after} />}
          </span>
        </li>
      ))}
    </ul>
    {rows.length > shownMax && (
      <p className="mt-1 text-label text-grey-11">and {rows.length - shownMax} more</p>
    )}
  </section>
);
