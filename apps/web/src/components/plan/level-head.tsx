import { strategyWords } from "@ccp/contract";
import { strategies, type Strategy } from "@ccp/engine";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";

type StrategySelectProps = {
  label: string;
  strategy: Strategy;
  onChange: (strategy: Strategy) => void;
};

const isStrategy = (value: string): value is Strategy => strategies.some((known) => known === value);

export const StrategySelect = ({ label, strategy, onChange }: StrategySelectProps) => (
  <Select value={strategy} onValueChange={(value) => isStrategy(value) && onChange(value)}>
    <SelectTrigger aria-label={label} className="h-7 w-36">
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

type LevelHeadProps = Omit<StrategySelectProps, "label"> & { priority: string };

/** How one of the open rows of a priority is picked. */
export const LevelHead = ({ priority, strategy, onChange }: LevelHeadProps) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2 max-md:pb-3">
    <span className="text-label font-medium">Priority {priority}</span>
    <StrategySelect label={`Strategy of priority ${priority}`} strategy={strategy} onChange={onChange} />
    <span className="min-w-0 text-label text-grey-11">{strategyWords[strategy].text}</span>
  </div>
);
