import type { NounFilter } from "#api/queries.ts";
import { useSession } from "#api/session.ts";
import { describeFilterValue, describeValue, readFilterValue } from "#lib/field-words.ts";
import { useFilterNames } from "./rule-builder/use-filter-names.ts";
import { NounName } from "./noun-name.tsx";

const nounOf: Record<string, NounFilter> = {
  campaignId: "campaignId",
  publisherId: "publisherId",
  buyerId: "buyerId",
  targetId: "targetId",
  fallbackTargetId: "targetId",
  planId: "planId",
};

type Named = { id: string; name: string };

/** A row of a plan or a member of a group, as a form has it, as the API does and as the audit log does. */
type ListedRow = {
  priority?: number;
  weight: number;
  enabled: boolean;
  revenue?: unknown;
  hours?: unknown;
  ringTimeoutSeconds?: unknown;
} & ({ targetId: string } | { groupId: string } | { target: Named } | { of: Named });

const isListedRow = (row: unknown): row is ListedRow =>
  typeof row === "object" && row !== null && "enabled" in row && "weight" in row;

const hasOwnTerms = ({ revenue = null, hours = null, ringTimeoutSeconds = null }: ListedRow): boolean =>
  revenue !== null || hours !== null || ringTimeoutSeconds !== null;

const ListedName = ({ row }: { row: ListedRow }) => {
  if ("of" in row) return row.of.name;
  if ("target" in row) return row.target.name;
  return "groupId" in row ? (
    <NounName noun="groupId" id={row.groupId} />
  ) : (
    <NounName noun="targetId" id={row.targetId} />
  );
};

const ListValue = ({ rows }: { rows: readonly ListedRow[] }) =>
  rows.map((row, index) => (
    <span key={index} className="block">
      <ListedName row={row} />{" "}
      <span className="text-grey-11 tabular-nums">
        {row.priority !== undefined && `priority ${row.priority}, `}weight {row.weight}
        {hasOwnTerms(row) && ", own terms"}
        {!row.enabled && ", off"}
      </span>
    </span>
  ));

const FilterValue = ({ value }: { value: unknown }) =>
  describeFilterValue(value, useFilterNames(readFilterValue(value) ?? null));

/** A field's value in words, with the name where the value is an id. */
export const FieldValue = ({ fieldKey, value }: { fieldKey: string; value: unknown }) => {
  const { account } = useSession();
  const noun = nounOf[fieldKey];
  if (Array.isArray(value) && value.length > 0 && value.every(isListedRow)) return <ListValue rows={value} />;
  if (noun !== undefined && (typeof value === "string" || typeof value === "number") && value !== "") {
    return <NounName noun={noun} id={String(value)} />;
  }
  if (fieldKey === "filter") return <FilterValue value={value} />;
  return describeValue(fieldKey, value, account);
};
