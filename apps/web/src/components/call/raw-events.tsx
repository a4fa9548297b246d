import type { CallDetail } from "@ccp/contract";
import { Time } from "#components/time.tsx";

/** The facts as they are kept, for whoever wants to see for themselves. */
export const RawEvents = ({ events }: Pick<CallDetail, "events">) => (
  <ol className="grid gap-4">
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
);
