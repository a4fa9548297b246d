import type { Span } from "@ccp/engine";
import { Copy, Plus } from "lucide-react";
import { dayNames, days, type Day, type Weekly } from "#lib/hours-text.ts";
import { Button } from "#ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { DayBar } from "./day-bar.tsx";
import { addSpan, copyDay } from "./edit-hours.ts";
import { SpanList } from "./span-list.tsx";

type WeekGridProps = {
  weekly: Weekly;
  toFaults: (path: string, count: number) => (string | undefined)[];
  onChange: (weekly: Weekly) => void;
};

/** Seven rows, one a day, with its open hours; breaks are the gaps between them. */
export const WeekGrid = ({ weekly, toFaults, onChange }: WeekGridProps) => (
  <ul role="list" aria-label="Week" className="divide-y divide-grey-6 border-y border-grey-6">
    {days.map((day) => (
      <li
        key={day}
        className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 py-1.5 md:grid-cols-[96px_minmax(0,1fr)_auto]"
      >
        <span className="flex min-h-8 items-center">{dayNames[day]}</span>
        <div className="max-md:order-1 max-md:col-span-2">
          <SpanList
            of={dayNames[day]}
            spans={weekly[day]}
            faults={toFaults(`weekly.${day}`, weekly[day].length)}
            onChange={(spans) => onChange({ ...weekly, [day]: spans })}
          />
        </div>
        <DayActions
          day={day}
          spans={weekly[day]}
          onAdd={() => onChange({ ...weekly, [day]: addSpan(weekly[day]) })}
          onCopy={(to) => onChange(copyDay(weekly, day, to))}
        />
        <DayBar spans={weekly[day]} />
      </li>
    ))}
  </ul>
);

type DayActionsProps = {
  day: Day;
  spans: readonly Span[];
  onAdd: () => void;
  onCopy: (to: "weekdays" | "all") => void;
};

const DayActions = ({ day, spans, onAdd, onCopy }: DayActionsProps) => (
  <div className="flex">
    <Button
      variant="ghost"
      size="icon"
      className="text-grey-11"
      aria-label={spans.length === 0 ? `Open ${dayNames[day]}` : `Add hours to ${dayNames[day]}`}
      onClick={onAdd}
    >
      <Plus />
    </Button>
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" className="text-grey-11" aria-label={`Copy ${dayNames[day]}`}>
          <Copy />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => onCopy("weekdays")}>Copy to weekdays</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onCopy("all")}>Copy to every day</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  </div>
);
