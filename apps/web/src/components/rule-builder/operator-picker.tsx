import { listOperators, type FilterOperator } from "@ccp/engine";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import { toOperatorLabel } from "./rule-words.ts";
import type { TypedCondition } from "#lib/typed-filter.ts";

type OperatorPickerProps = {
  label: string;
  condition: TypedCondition;
  onChoose: (chosen: Pick<TypedCondition, "operator" | "isNot">) => void;
};

const toKey = (operator: FilterOperator, isNot: boolean): string => `${isNot ? "!" : ""}${operator}`;

/** The operators that the condition's tag has, each with its negation. */
export const OperatorPicker = ({
  label,
  condition: { tag, operator, isNot },
  onChoose,
}: OperatorPickerProps) => {
  const offered = listOperators(tag).flatMap((each) =>
    [false, true].map((negated) => ({
      key: toKey(each, negated),
      label: toOperatorLabel(tag, each, negated),
      operator: each,
      isNot: negated,
    })),
  );
  return (
    <Select
      value={toKey(operator, isNot)}
      onValueChange={(key) => {
        const chosen = offered.find((each) => each.key === key);
        if (chosen !== undefined) onChoose({ operator: chosen.operator, isNot: chosen.isNot });
      }}
    >
      <SelectTrigger aria-label={label}>
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {offered.map((each) => (
          <SelectItem key={each.key} value={each.key}>
            {each.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
};
