import { expectation } from "@ccp/contract";
import type { TypedExpectation } from "#lib/typed-expectation.ts";
import { Input } from "#ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";

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

/** Over which time expected revenue is worked out, and how many calls each is tried with first: a sentence to fill in. */
export const ExpectationInputs = ({ of, typed, faults, onChange }: ExpectationInputsProps) => {
  const messages = [faults?.count?.message, faults?.trainingCalls?.message].flatMap((each) => each ?? []);
  return (
    <div className="grid gap-1 text-label text-grey-11">
      <div className="flex flex-wrap items-center gap-2">
        <span>By what came of the last</span>
        <FigureInput
          label={`Length of the window of ${of}`}
          value={typed.count}
          isWrong={faults?.count !== undefined}
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
        <span>in the same campaign. Each one is tried in turn until it has had</span>
        <FigureInput
          label={`Calls of training of ${of}`}
          value={typed.trainingCalls}
          isWrong={faults?.trainingCalls !== undefined}
          onChange={(trainingCalls) => onChange({ ...typed, trainingCalls })}
        />
        <span>calls in that time.</span>
      </div>
      {messages.length > 0 && <p className="font-medium text-bad">{messages.join(" ")}</p>}
    </div>
  );
};

type FigureInputProps = {
  label: string;
  value: string;
  isWrong: boolean;
  onChange: (value: string) => void;
};

const FigureInput = ({ label, value, isWrong, onChange }: FigureInputProps) => (
  <Input
    aria-label={label}
    aria-invalid={isWrong}
    inputMode="numeric"
    autoComplete="off"
    className="w-16 text-right tabular-nums"
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
