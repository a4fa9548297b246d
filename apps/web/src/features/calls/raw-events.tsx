import type { CallDetail } from "@ccp/contract";
import { ChevronRight } from "lucide-react";
import { Time } from "#components/time.tsx";
import { Card } from "#ui/card.tsx";

/** The facts as they are kept, for whoever wants to see for themselves. */
export const RawEvents = ({ events }: Pick<CallDetail, "events">) => (
  <Card className="p-0">
    <details className="group">
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-card p-4 text-section font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-grey-11 transition-transform duration-120 group-open:rotate-90"
        />
        Raw events <span className="font-normal text-grey-11 tabular-nums">{events.length}</span>
      </summary>
      <ol className="grid gap-4 px-4 pb-4">
        {events.map(({ key, at, fact }) => (
          <li key={key}>
            <p className="mb-1 flex flex-wrap justify-between gap-x-4 text-label">
              <span className="font-mono break-all">{key}</span>
              <Time at={Date.parse(at)} className="text-grey-11" />
            </p>
            <pre
              tabIndex={0}
              aria-label={`Event ${key}`}
              className="max-h-80 overflow-auto rounded-control bg-grey-3 p-2 font-mono text-label"
            >
              {JSON.stringify(fact, null, 2)}
            </pre>
          </li>
        ))}
      </ol>
    </details>
  </Card>
);
