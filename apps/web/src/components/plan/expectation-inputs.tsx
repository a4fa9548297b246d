import { expectation } from "@ccp/contract";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import type { TypedExpectation } from "#lib/typed-expectation.ts";
import { CountInput } from "./count-input.tsx";

export type ExpectationFaults = { [Field in "count" | "trainingCalls"]?: { message?: string } | undefined };

type ExpectationInputsProps = {
  /** Whose strategy it is. */
  of: string;
  typed: TypedExpectation;
  faults: ExpectationFaults | undefined;
  onChange: (typed: TypedExpectation) => void;
};

const units = expectation.shape.unit.options;

const isUnit = (value: string): value is TypedExpectation["unit"] => units.some((unit) => unit === value);

/** Over which time expected revenue is worked out, and how many calls each is tried with first. */
export const ExpectationInputs = ({ of, typed, faults, onChange }: ExpectationInputsProps) => (
  <div className="flex flex-wrap items-start gap-x-2 gap-y-1 text-label text-grey-11 [&>span]:leading-8">
    <span>By what came of the last</span>
    <CountInput
      label="Length of the window"
      of={of}
      value={typed.count}
      error={faults?.count?.message}
      onChange={(count) => onChange({ ...typed, count })}
    />
    <Select value={typed.unit} onValueChange={(unit) => isUnit(unit) && onChange({ ...typed, unit })}>
      <SelectTrigger aria-label={`Unit of the window of ${of}`} className="h-8 w-24">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {units.map((unit) => (
          <SelectItem key={unit} value={unit}>
            {unit}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
    <span>in this campaign; until a target has had</span>
    <CountInput
      label="Calls of training"
      of={of}
      value={typed.trainingCalls}
      error={faults?.trainingCalls?.message}
      onChange={(trainingCalls) => onChange({ ...typed, trainingCalls })}
    />
    <span>calls in that time, it is tried in turn. The weight is a factor.</span>
  </div>
);
