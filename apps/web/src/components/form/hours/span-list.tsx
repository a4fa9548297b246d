import type { Span } from "@ccp/engine";
import { X } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { isOvernight } from "./edit-hours.ts";
import { TimeInput } from "./time-input.tsx";

type SpanListProps = {
  /** What the spans are of, such as "Monday". */
  of: string;
  spans: readonly Span[];
  /** What is wrong with each span, by its place. */
  faults: readonly (string | undefined)[];
  onChange: (spans: Span[]) => void;
};

/** The open hours of one day; none of them means closed. */
export const SpanList = ({ of, spans, faults, onChange }: SpanListProps) => {
  if (spans.length === 0) return <p className="flex min-h-8 items-center text-grey-11">Closed</p>;
  const change = (place: number, next: Partial<Span>): void =>
    onChange(spans.map((span, index) => (index === place ? { ...span, ...next } : span)));
  return (
    <ul role="list" className="flex flex-wrap gap-x-4 gap-y-2">
      {spans.map((span, place) => {
        const name = spans.length === 1 ? of : `${of}, ${place + 1} of ${spans.length}`;
        const fault = faults[place];
        return (
          // Spans have no names of their own, and nothing but their place tells one from another.
          <li key={place} className="grid gap-1">
            <div className="flex items-center gap-1">
              <TimeInput
                label={`${name}: from`}
                value={span.from}
                isFaulty={fault !== undefined}
                onChange={(from) => change(place, { from })}
              />
              <span aria-hidden className="text-grey-11">
                –
              </span>
              <TimeInput
                label={`${name}: to`}
                value={span.to}
                isFaulty={fault !== undefined}
                onChange={(to) => change(place, { to })}
              />
              <Button
                variant="ghost"
                size="icon"
                className="size-7 text-grey-11 [&_svg]:size-3.5"
                aria-label={`Remove ${span.from} to ${span.to} of ${of}`}
                onClick={() => onChange(spans.filter((_, index) => index !== place))}
              >
                <X />
              </Button>
            </div>
            {isOvernight(span) && <p className="text-label text-grey-11">ends on the next day</p>}
            {fault !== undefined && <p className="max-w-60 text-label font-medium text-bad">{fault}</p>}
          </li>
        );
      })}
    </ul>
  );
};
