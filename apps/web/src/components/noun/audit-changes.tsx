import { ArrowRight } from "lucide-react";
import { FieldValue } from "#components/field-value.tsx";
import { toFieldChanges } from "#lib/audit-changes.ts";
import { toFieldLabel } from "#lib/field-words.ts";

type AuditChangesProps = { before: unknown; after: unknown };

/** A change field by field, in words: what it was and what it became. */
export const AuditChanges = ({ before, after }: AuditChangesProps) => {
  const changes = toFieldChanges(before, after);
  if (changes.length === 0) return null;
  const isNew = before === null || before === undefined;
  return (
    <dl className="grid gap-1">
      {changes.map((change) => (
        <div key={change.key} className="grid gap-x-4 md:grid-cols-[180px_minmax(0,1fr)]">
          <dt className="text-grey-11">{toFieldLabel(change.key)}</dt>
          <dd className="min-w-0 break-words tabular-nums">
            {!isNew && (
              <>
                <span className="text-grey-11">
                  <FieldValue fieldKey={change.key} value={change.before} />
                </span>
                <ArrowRight aria-label="became" className="mx-1.5 inline size-3.5 text-grey-11" />
              </>
            )}
            <FieldValue fieldKey={change.key} value={change.after} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
