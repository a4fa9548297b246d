import type { AuditEntry } from "@ccp/contract";
import { SearchX } from "lucide-react";
import { CopyButton } from "#components/copy-button.tsx";
import { Drawer, type DrawerSteps } from "#components/drawer/drawer.tsx";
import { Facts } from "#components/facts.tsx";
import { AuditChanges } from "#components/noun/audit-changes.tsx";
import { EmptyState } from "#components/states.tsx";
import { ZonedTime } from "#components/time.tsx";
import { toFieldChanges } from "#lib/audit-changes.ts";
import { AuditObject } from "./audit-object.tsx";
import { toActorName, toEntryTitle, toNounName } from "./audit-words.ts";

type AuditDrawerProps = { entry: AuditEntry | undefined; isLoaded: boolean; steps: DrawerSteps };

/** One change field by field, and the way to what was changed. */
export const AuditDrawer = ({ entry, isLoaded, steps }: AuditDrawerProps) => {
  if (entry === undefined) {
    return (
      <Drawer title="Change" steps={steps}>
        {isLoaded && (
          <EmptyState
            icon={SearchX}
            title="This change is not in the list"
            text="It is further down, or the filters leave it out."
          />
        )}
      </Drawer>
    );
  }
  return (
    <Drawer title={toEntryTitle(entry)} steps={steps}>
      <Facts
        facts={[
          { label: "Who", value: toActorName(entry) },
          { label: "When", value: <ZonedTime at={Date.parse(entry.at)} /> },
          ...(entry.noun === "session"
            ? []
            : [{ label: toNounName(entry), value: <AuditObject entry={entry} /> }]),
          ...(entry.requestId === null
            ? []
            : [{ label: "Request", value: <Request id={entry.requestId} /> }]),
        ]}
      />
      <h3 className="mt-6 mb-2 font-medium">What changed</h3>
      {toFieldChanges(entry.before, entry.after).length === 0 ? (
        <p className="text-grey-11">No field that is shown to people.</p>
      ) : (
        <AuditChanges before={entry.before} after={entry.after} />
      )}
    </Drawer>
  );
};

const Request = ({ id }: { id: string }) => (
  <span className="inline-flex items-center gap-1">
    <span className="font-mono break-all">{id}</span>
    <CopyButton text={id} label="Copy the request id" />
  </span>
);
