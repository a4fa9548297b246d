import type { TimelineEntry } from "@ccp/contract";
import { formatOffset } from "#lib/format-duration.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { Time } from "./time.tsx";

/** What happened, in order, each with its distance from the first. */
export const Timeline = ({ entries }: { entries: readonly TimelineEntry[] }) => {
  const start = Date.parse(entries[0]?.at ?? "");
  return (
    <ol>
      {entries.map(({ at, kind, text, detail }, index) => (
        <li
          key={`${kind}-${index}`}
          className="relative grid grid-cols-[64px_1fr] gap-x-4 pb-3 last:pb-0 md:grid-cols-[64px_1fr_auto]"
        >
          <span className="text-right text-label leading-5 text-grey-11 tabular-nums">
            {formatOffset(Date.parse(at) - start)}
          </span>
          <span className="relative border-l border-grey-6 pl-4 before:absolute before:top-1.5 before:-left-1 before:size-2 before:rounded-full before:border before:border-surface before:bg-grey-9">
            {formatPhone(text)}
            {detail !== null && (
              <span className="block text-label text-grey-11 first-letter:uppercase">
                {formatPhone(detail)}
              </span>
            )}
          </span>
          <Time at={Date.parse(at)} className="text-label leading-5 text-grey-11 max-md:hidden" />
        </li>
      ))}
    </ol>
  );
};
