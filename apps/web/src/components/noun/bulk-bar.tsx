import type { ConfigurationNoun } from "@ccp/contract";
import { useState, type ReactNode } from "react";
import { useMay } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { isPausable, type ArchivedNoun, type NounRow } from "./noun-operations.ts";
import { toBringingBack, toStatusChange } from "./status-change.ts";
import { useUndoable } from "./use-undoable.ts";

type BulkBarProps = {
  noun: ConfigurationNoun;
  rows: readonly NounRow[];
  onClear: () => void;
  /** What else can be done with these, such as editing a field of all. */
  children?: ReactNode;
};

const haveStatus = (rows: readonly NounRow[], status: NounRow["status"]): NounRow[] =>
  rows.filter((row) => row.status === status);

/** What can be done with the selected rows at once; each can be undone. */
export const BulkBar = ({ noun, rows, onClear, children }: BulkBarProps) => {
  const mayWrite = useMay("write");
  return (
    <div role="group" aria-label="Selected rows" className="flex flex-wrap items-center gap-2">
      <span role="status" className="mr-1 font-medium tabular-nums">
        {rows.length} selected
      </span>
      {mayWrite && (
        <>
          {isPausable(noun) && <StatusButtons noun={noun} rows={rows} />}
          {children}
          {noun !== "number" && <ArchiveButtons noun={noun} rows={rows} onArchived={onClear} />}
        </>
      )}
      <Button variant="ghost" className="text-grey-11" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
};

const StatusButtons = ({ noun, rows }: Pick<BulkBarProps, "noun" | "rows">) => {
  const { mutate, isPending } = useUndoable();
  const active = haveStatus(rows, "active");
  const paused = haveStatus(rows, "paused");
  return (
    <>
      {active.length > 0 && (
        <Button disabled={isPending} onClick={() => mutate(toStatusChange(noun, active, "paused"))}>
          Pause {active.length}
        </Button>
      )}
      {paused.length > 0 && (
        <Button disabled={isPending} onClick={() => mutate(toStatusChange(noun, paused, "active"))}>
          Resume {paused.length}
        </Button>
      )}
    </>
  );
};

type ArchiveButtonsProps = { noun: ArchivedNoun; rows: readonly NounRow[]; onArchived: () => void };

const ArchiveButtons = ({ noun, rows, onArchived }: ArchiveButtonsProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending } = useUndoable();
  const archived = haveStatus(rows, "archived");
  const inService = rows.filter(({ status }) => status !== "archived");
  return (
    <>
      {archived.length > 0 && (
        <Button disabled={isPending} onClick={() => mutate(toBringingBack(noun, archived))}>
          Bring back {archived.length}
        </Button>
      )}
      {inService.length > 0 && <Button onClick={() => setIsAsking(true)}>Archive {inService.length}</Button>}
      {isAsking && (
        <ArchiveDialog
          noun={noun}
          rows={inService}
          onClose={() => setIsAsking(false)}
          onArchived={() => {
            setIsAsking(false);
            onArchived();
          }}
        />
      )}
    </>
  );
};
