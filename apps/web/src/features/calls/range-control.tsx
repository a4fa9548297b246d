import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { useTimeZone } from "#api/session.ts";
import type { ListState } from "#components/list-page/list-spec.ts";
import { cn } from "#lib/cn.ts";
import { formatTime } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { isPreset, presetTexts, readDates, toLocalDate, writeDates, type PresetId } from "#lib/time-range.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { Label } from "#ui/label.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";
import { rangeKeys } from "./call-list.ts";

const minuteMs = 60_000;

type Filters = ListState["filters"];

const toDateText = (date: string): string =>
  new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
    year: "numeric",
  }).format(Date.parse(date));

const toMomentText = (moment: string | undefined, timeZone: string): string =>
  moment === undefined ? "now" : formatTime(Date.parse(moment), timeZone, Date.now());

/** The range in words. */
const toText = (filters: Filters, timeZone: string): string => {
  const { [rangeKeys.range]: range, [rangeKeys.from]: from, [rangeKeys.to]: to } = filters;
  if (from !== undefined) return `${toMomentText(from, timeZone)} to ${toMomentText(to, timeZone)}`;
  if (to !== undefined) return `Before ${toMomentText(to, timeZone)}`;
  if (range === undefined) return "All time";
  if (isPreset(range)) return presetTexts[range];
  const { first, last } = readDates(range, "") ?? {};
  if (first === undefined || last === undefined) return "All time";
  return first === last ? toDateText(first) : `${toDateText(first)} to ${toDateText(last)}`;
};

const withRange = (filters: Filters, range: string | null): Filters => {
  const { [rangeKeys.range]: _, [rangeKeys.from]: __, [rangeKeys.to]: ___, ...rest } = filters;
  return range === null ? rest : { ...rest, [rangeKeys.range]: range };
};

type RangeControlProps = { filters: Filters; onChange: (filters: Filters) => void };

/** When the calls came in: a usual range, or two dates of the account's calendar. */
export const RangeControl = ({ filters, onChange }: RangeControlProps) => {
  const timeZone = useTimeZone();
  const [isOpen, setIsOpen] = useState(false);
  const range = filters[rangeKeys.range] ?? null;
  const isSet = toText(filters, timeZone) !== toText({}, timeZone);
  const choose = (next: string | null): void => {
    setIsOpen(false);
    onChange(withRange(filters, next));
  };
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button className="max-w-full font-normal" title={`Days of ${timeZone}`}>
          <CalendarDays aria-hidden className="text-grey-11" />
          <span className="sr-only">Time range:</span>
          <span className={cn("truncate", isSet && "font-medium")}>{toText(filters, timeZone)}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Time range" className="w-64">
        <ul role="list">
          <Choice text="All time" isOn={!isSet} onChoose={() => choose(null)} />
          {(Object.keys(presetTexts) as PresetId[]).map((id) => (
            <Choice key={id} text={presetTexts[id]} isOn={id === range} onChoose={() => choose(id)} />
          ))}
        </ul>
        <CustomDates range={range} timeZone={timeZone} onChoose={choose} />
      </PopoverContent>
    </Popover>
  );
};

type ChoiceProps = { text: string; isOn: boolean; onChoose: () => void };

const Choice = ({ text, isOn, onChoose }: ChoiceProps) => (
  <li>
    <button
      type="button"
      aria-pressed={isOn}
      className={cn(
        "flex min-h-8 w-full items-center rounded-control px-2 text-left hover:bg-grey-4 max-md:min-h-10",
        isOn && "bg-grey-4 font-medium",
      )}
      onClick={onChoose}
    >
      {text}
    </button>
  </li>
);

type CustomDatesProps = { range: string | null; timeZone: string; onChoose: (range: string) => void };

const CustomDates = ({ range, timeZone, onChoose }: CustomDatesProps) => {
  const today = toLocalDate(useNow(minuteMs), timeZone);
  const known = range === null ? null : readDates(range, today);
  const [first, setFirst] = useState(known?.first ?? today);
  const [last, setLast] = useState(known?.last ?? today);
  const isWrong = readDates(writeDates({ first, last }), today) === null;
  return (
    <form
      className="mt-2 grid gap-2 border-t border-grey-6 px-2 pt-3 pb-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) onChoose(writeDates({ first, last }));
      }}
    >
      <DateField label="First day" value={first} max={today} onChange={setFirst} />
      <DateField label="Last day" value={last} max={today} onChange={setLast} />
      {isWrong && (
        <p className="text-label font-medium text-bad">Give a last day that is not before the first.</p>
      )}
      <div className="flex items-center justify-between gap-2">
        <span className="truncate text-label text-grey-11">{timeZone}</span>
        <Button type="submit" variant="primary" disabled={isWrong}>
          Apply
        </Button>
      </div>
    </form>
  );
};

type DateFieldProps = { label: string; value: string; max: string; onChange: (value: string) => void };

const DateField = ({ label, value, max, onChange }: DateFieldProps) => (
  <Label className="flex items-center justify-between gap-2">
    {label}
    <Input
      type="date"
      className="w-36 font-normal"
      value={value}
      max={max}
      onChange={(event) => onChange(event.target.value)}
    />
  </Label>
);
