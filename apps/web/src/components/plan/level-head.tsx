import { strategyWords } from "@ccp/contract";
import { strategies, type Strategy } from "@ccp/engine";
import { ExpectationInputs, type ExpectationFaults } from "./expectation-inputs.tsx";
import type { TypedLevel } from "./plan-form.ts";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";

type StrategySelectProps = {
  label: string;
  strategy: Strategy;
  onChange: (strategy: Strategy) => void;
};

const isStrategy = (value: string): value is Strategy => strategies.some((known) => known === value);

export const StrategySelect = ({ label, strategy, onChange }: StrategySelectProps) => (
  <Select value={strategy} onValueChange={(value) => isStrategy(value) && onChange(value)}>
    <SelectTrigger aria-label={label} className="h-7 w-52">
      <SelectValue />
    </SelectTrigger>
    <SelectContent>
      {strategies.map((each) => (
        <SelectItem key={each} value={each}>
          {strategyWords[each].label}
        </SelectItem>
      ))}
    </SelectContent>
  </Select>
);

type LevelHeadProps = {
  priority: string;
  level: TypedLevel;
  faults: ExpectationFaults | undefined;
  onChange: (level: TypedLevel) => void;
};

/** How one of the open rows of a priority is picked. */
export const LevelHead = ({ priority, level, faults, onChange }: LevelHeadProps) => {
  const { strategy, expectation } = level;
  return (
    <div className="grid gap-1 pb-2 max-md:pb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-label font-medium">Priority {priority}</span>
        <StrategySelect
          label={`Strategy of priority ${priority}`}
          strategy={strategy}
          onChange={(next) => onChange({ ...level, strategy: next })}
        />
        <span className="min-w-0 text-label text-grey-11">{strategyWords[strategy].text}</span>
      </div>
      {strategy === "best-expected-revenue" && (
        <ExpectationInputs
          of={`priority ${priority}`}
          typed={expectation}
          faults={faults}
          onChange={(next) => onChange({ ...level, expectation: next })}
        />
      )}
    </div>
  );
};
