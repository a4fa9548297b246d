import type { ListState } from "#components/list-page/list-spec.ts";
import { cn } from "#lib/cn.ts";

type Filters = ListState["filters"];

const quickFilters: readonly { text: string; filters: Filters }[] = [
  { text: "Connected", filters: { outcome: "connected" } },
  { text: "Converted", filters: { converted: "true" } },
  { text: "Not paid", filters: { status: "ended", converted: "false" } },
  { text: "Has recording", filters: { hasRecording: "true" } },
  { text: "Over 90 s", filters: { over: "90" } },
  { text: "Repeats", filters: { isDuplicate: "true" } },
  { text: "Nobody took it", filters: { outcome: "not-connected" } },
];

const isOn = (wanted: Filters, filters: Filters): boolean =>
  Object.entries(wanted).every(([key, value]) => filters[key] === value);

/** The filters with these put on, or taken off where they are on. */
export const toggleFilters = (wanted: Filters, filters: Filters): Filters =>
  isOn(wanted, filters)
    ? Object.fromEntries(Object.entries(filters).filter(([key]) => wanted[key] === undefined))
    : { ...filters, ...wanted };

type QuickChipsProps = { filters: Filters; onChange: (filters: Filters) => void };

/** What is asked for most often, one press each. */
export const QuickChips = ({ filters, onChange }: QuickChipsProps) => (
  <div
    role="group"
    aria-label="Quick filters"
    className="flex gap-1.5 max-md:w-full max-md:overflow-x-auto max-md:pb-1"
  >
    {quickFilters.map(({ text, filters: wanted }) => (
      <button
        key={text}
        type="button"
        aria-pressed={isOn(wanted, filters)}
        className={cn(
          "h-8 shrink-0 rounded-control border border-dashed border-grey-7 px-2.5 text-label text-grey-11 hover:bg-grey-3 hover:text-grey-12",
          isOn(wanted, filters) && "border-solid border-accent bg-accent-soft font-medium text-grey-12",
        )}
        onClick={() => onChange(toggleFilters(wanted, filters))}
      >
        {text}
      </button>
    ))}
  </div>
);
