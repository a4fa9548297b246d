import type { Hours } from "@ccp/engine";
import { Plus, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { addSpan } from "./edit-hours.ts";
import { SpanList } from "./span-list.tsx";

type Exception = Hours["exceptions"][number];

type ExceptionListProps = {
  exceptions: readonly Exception[];
  toFault: (path: string) => string | undefined;
  toFaults: (path: string, count: number) => (string | undefined)[];
  onChange: (exceptions: Exception[]) => void;
};

/** Dates that do not follow their weekday, such as holidays. */
export const ExceptionList = ({ exceptions, toFault, toFaults, onChange }: ExceptionListProps) => {
  const change = (place: number, next: Partial<Exception>): void =>
    onChange(exceptions.map((each, index) => (index === place ? { ...each, ...next } : each)));
  return (
    <section aria-label="Exceptions" className="grid grid-cols-1 gap-2">
      <div className="flex items-center justify-between gap-2">
        <p className="text-label font-medium">Exceptions</p>
        <Button onClick={() => onChange([...exceptions, { date: "", label: "", open: [] }])}>
          <Plus aria-hidden />
          Add a date
        </Button>
      </div>
      {exceptions.length === 0 && (
        <p className="text-label text-grey-11">Holidays and other dates on which the week does not hold.</p>
      )}
      {exceptions.map((exception, place) => (
        <ExceptionRow
          // Dates can be the same or empty while they are typed, so nothing but the place tells rows apart.
          key={place}
          exception={exception}
          fault={toFault(`exceptions.${place}.date`) ?? toFault(`exceptions.${place}.label`)}
          faults={toFaults(`exceptions.${place}.open`, exception.open.length)}
          onChange={(next) => change(place, next)}
          onRemove={() => onChange(exceptions.filter((_, index) => index !== place))}
        />
      ))}
    </section>
  );
};

type ExceptionRowProps = {
  exception: Exception;
  fault: string | undefined;
  faults: (string | undefined)[];
  onChange: (next: Partial<Exception>) => void;
  onRemove: () => void;
};

const ExceptionRow = ({ exception, fault, faults, onChange, onRemove }: ExceptionRowProps) => {
  const id = useId();
  const { date, label, open } = exception;
  const of = date === "" ? "the new date" : date;
  return (
    <div
      role="group"
      aria-label={label === "" ? of : label}
      className="grid gap-2 rounded-control border border-grey-6 p-2"
    >
      <div className="flex flex-wrap gap-2">
        <Input
          type="date"
          aria-label="Date"
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : id}
          className="w-36 max-md:w-auto max-md:flex-1"
          value={date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
        <Input
          aria-label={`What ${of} is called`}
          placeholder="What it is called, such as Christmas Day"
          className="min-w-40 flex-1 max-md:order-1 max-md:basis-full"
          value={label}
          onChange={(event) => onChange({ label: event.target.value })}
        />
        <Button
          variant="ghost"
          size="icon"
          className="text-grey-11"
          aria-label={`Remove ${of}`}
          onClick={onRemove}
        >
          <Trash2 />
        </Button>
      </div>
      {fault !== undefined && (
        <p id={id} className="text-label font-medium text-bad">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap items-start gap-2">
        <SpanList of={of} spans={open} faults={faults} onChange={(spans) => onChange({ open: spans })} />
        <Button variant="ghost" className="text-grey-11" onClick={() => onChange({ open: addSpan(open) })}>
          {open.length === 0 ? "Open it for some hours" : "Add hours"}
        </Button>
      </div>
    </div>
  );
};
