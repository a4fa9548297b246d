import type { AuditEntry } from "@ccp/contract";
import { Time } from "#components/time.tsx";
import { toActorName, toEntryTitle, toObjectName } from "./audit-words.ts";

/** A change where a table would not fit. */
export const AuditCard = ({ entry }: { entry: AuditEntry }) => (
  <div className="grid gap-1">
    <p className="truncate">
      <span className="font-medium">{toEntryTitle(entry)}</span> {toObjectName(entry)}
    </p>
    <p className="flex justify-between gap-2 text-label text-grey-11">
      <span className="truncate">{toActorName(entry)}</span>
      <Time at={Date.parse(entry.at)} />
    </p>
  </div>
);
