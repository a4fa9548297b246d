import { filterBlocksMax, filterConditionsMax } from "@ccp/engine";
import { Plus } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { ConditionRow, type ConditionSeen } from "./condition-row.tsx";
import { newCondition, type TypedCondition, type TypedFilter } from "#lib/typed-filter.ts";
import type { FilterTrial } from "@ccp/contract";

type RuleBuilderProps = {
  filter: TypedFilter;
  /** What is wrong at a place, such as "all.0.any.1". */
  toFault: (path: string) => string | undefined;
  trial: FilterTrial | undefined;
  onChange: (filter: TypedFilter) => void;
};

type Block = TypedFilter["all"][number];

/** Rules as blocks: within a block one condition is enough, and every block must hold. */
export const RuleBuilder = ({ filter: { all }, toFault, trial, onChange }: RuleBuilderProps) => {
  const setBlock = (place: number, block: Block | null): void =>
    onChange({ all: all.flatMap((each, index) => (index === place ? (block ?? []) : each)) });
  return (
    <div className="grid grid-cols-1 gap-2">
      {all.map((block, place) => (
        <div key={place} className="grid grid-cols-1 gap-2">
          {place > 0 && <span className="text-label font-medium text-grey-11">and</span>}
          <BlockRows
            name={`Block ${place + 1}`}
            block={block}
            toFault={(path) => toFault(`all.${place}.${path}`)}
            toSeen={(condition) =>
              trial?.conditions.find((each) => each.block === place && each.condition === condition)
            }
            calls={trial?.calls ?? 0}
            onChange={(next) => setBlock(place, next)}
          />
        </div>
      ))}
      <div>
        <Button
          disabled={all.length >= filterBlocksMax}
          onClick={() => onChange({ all: [...all, { any: [newCondition] }] })}
        >
          <Plus aria-hidden />
          {all.length === 0 ? "Add a rule" : "Add an and rule"}
        </Button>
      </div>
    </div>
  );
};

type BlockRowsProps = {
  name: string;
  block: Block;
  toFault: (path: string) => string | undefined;
  toSeen: (condition: number) => ConditionSeen | undefined;
  calls: number;
  /** Null takes the block away. */
  onChange: (block: Block | null) => void;
};

const BlockRows = ({
  name,
  block: { any: conditions },
  toFault,
  toSeen,
  calls,
  onChange,
}: BlockRowsProps) => {
  const set = (place: number, condition: TypedCondition): void =>
    onChange({ any: conditions.with(place, condition) });
  const remove = (place: number): void =>
    onChange(conditions.length === 1 ? null : { any: conditions.toSpliced(place, 1) });
  return (
    <div
      role="group"
      aria-label={name}
      className="grid grid-cols-1 gap-2 rounded-control border border-grey-6 p-2"
    >
      {conditions.map((condition, place) => (
        <div key={place} className="grid grid-cols-1 gap-2">
          {place > 0 && <span className="text-label font-medium text-grey-11">or</span>}
          <ConditionRow
            name={`${name}, condition ${place + 1}`}
            condition={condition}
            fault={toFault(`any.${place}`)}
            seen={toSeen(place)}
            calls={calls}
            onChange={(next) => set(place, next)}
            onRemove={() => remove(place)}
          />
        </div>
      ))}
      <div>
        <Button
          variant="ghost"
          disabled={conditions.length >= filterConditionsMax}
          onClick={() => onChange({ any: [...conditions, newCondition] })}
        >
          <Plus aria-hidden />
          Add an or rule
        </Button>
      </div>
    </div>
  );
};
