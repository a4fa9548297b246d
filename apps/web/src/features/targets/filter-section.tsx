import { describeFilter } from "@ccp/engine";
import { useWatch, type Control } from "react-hook-form";
import { FilterField } from "#components/form/filter-field.tsx";
import { FormSection } from "#components/form/form-section.tsx";
import { useFilterNames } from "#components/rule-builder/use-filter-names.ts";
import { readFilter } from "#lib/typed-filter.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";

type FilterSectionProps = {
  control: Control<TargetValues, unknown, TargetBody>;
  timeZone: string | null;
  isOpenAtFirst: boolean;
};

/** Which calls the target takes. */
export const FilterSection = ({ control, timeZone, isOpenAtFirst }: FilterSectionProps) => {
  const typed = useWatch({ control, name: "filter" });
  const names = useFilterNames(readFilter(typed));
  const toSummary = ({ filter }: TargetValues): string => {
    if (filter.all.length === 0) return "Takes all calls";
    const whole = readFilter(filter);
    return whole === null ? "Not filled in yet" : `Only when ${describeFilter(whole, names)}`;
  };
  return (
    <FormSection
      control={control}
      title="Filters"
      names={["filter"]}
      summary={toSummary}
      isOpenAtFirst={isOpenAtFirst}
    >
      <p className="text-label text-grey-11">
        A call has to match one rule of every block. What is not known of a call matches no rule but “is not
        known”.
      </p>
      <FilterField control={control} name="filter" label="Filters" timeZone={timeZone} />
    </FormSection>
  );
};
