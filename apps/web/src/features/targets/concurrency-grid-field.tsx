import { weekdayNames, weekdays } from "@ccp/engine";
import { useWatch, type Control } from "react-hook-form";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { cn } from "#lib/cn.ts";
import { readDayText } from "#lib/typed-grid.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";

type ConcurrencyGridFieldProps = { control: Control<TargetValues, unknown, TargetBody> };

const anyNumber = "0-24: any";

const start = {
  mon: anyNumber,
  tue: anyNumber,
  wed: anyNumber,
  thu: anyNumber,
  fri: anyNumber,
  sat: anyNumber,
  sun: anyNumber,
};

/** Calls at once by the hour of the week: a line of text for each day, and the same as a strip of hours. */
export const ConcurrencyGridField = ({ control }: ConcurrencyGridFieldProps) => {
  const grid = useWatch({ control, name: "concurrencyGrid" });
  return (
    <InheritedField<TargetValues, TargetBody, NonNullable<TargetValues["concurrencyGrid"]>>
      control={control}
      name="concurrencyGrid"
      label="Calls at once by the hour"
      inherited={{ text: "The same in all hours", from: "the number above" }}
      start={start}
    >
      {grid !== null && (
        <fieldset className="grid min-w-0 grid-cols-1 gap-3">
          <legend className="mb-1.5 text-label font-medium">Calls at once by the hour</legend>
          <p className="text-label text-grey-11">
            On the target&rsquo;s own clock, such as &ldquo;8-18: 5, 18-20: 2&rdquo;; 0 for none, any for no
            limit of the hour. The number above holds besides.
          </p>
          {weekdays.map((day) => (
            <div key={day} className="grid grid-cols-1 gap-1.5">
              <TextField
                control={control}
                name={`concurrencyGrid.${day}`}
                label={weekdayNames[day]}
                spellCheck={false}
              />
              <DayStrip text={grid[day]} />
            </div>
          ))}
        </fieldset>
      )}
    </InheritedField>
  );
};

const toColour = (limit: number | null): string => {
  if (limit === null) return "bg-grey-3 text-grey-11";
  return limit === 0 ? "bg-grey-6 text-grey-12" : "bg-live/20 text-grey-12";
};

/** A day's 24 hours, each with its number; nothing while the text cannot be read. */
const DayStrip = ({ text }: { text: string }) => {
  const day = readDayText(text);
  if (typeof day === "string") return null;
  return (
    <div aria-hidden className="flex gap-px overflow-hidden rounded text-center text-[10px] tabular-nums">
      {day.map((limit, hour) => (
        <span key={hour} className={cn("min-w-0 flex-1 truncate py-0.5", toColour(limit))}>
          {limit ?? "·"}
        </span>
      ))}
    </div>
  );
};
