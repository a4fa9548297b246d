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
};

/** A row of a campaign's targets, as a form has it and as the audit log does. */
type PlanRow = { priority: number; weight: number; enabled: boolean } & (
  | { targetId: string }
  | { target: { id: string; name: string } }
);

const isPlanRow = (row: unknown): row is PlanRow =>
  typeof row === "object" && row !== null && "priority" in row && "weight" in row;

const PlanValue = ({ rows }: { rows: readonly PlanRow[] }) =>
  rows.map((row) => (
    <span key={"target" in row ? row.target.id : row.targetId} className="block">
      {"target" in row ? row.target.name : <NounName noun="targetId" id={row.targetId} />}{" "}
      <span className="text-grey-11 tabular-nums">
        priority {row.priority}, weight {row.weight}
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
  if (Array.isArray(value) && value.length > 0 && value.every(isPlanRow)) return <PlanValue rows={value} />;
  if (noun !== undefined && (typeof value === "string" || typeof value === "number") && value !== "") {
    return <NounName noun={noun} id={String(value)} />;
  }
  if (fieldKey === "filter") return <FilterValue value={value} />;
  return describeValue(fieldKey, value, account);
};
