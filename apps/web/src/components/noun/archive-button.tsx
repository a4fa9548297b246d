import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { ArchiveDialog } from "./archive-dialog.tsx";
import type { ArchivedNoun, NounRow } from "./noun-operations.ts";
import { toBringingBack } from "./status-change.ts";
import { useUndoable } from "./use-undoable.ts";

/** Archives a noun once nothing uses it, and brings an archived one back. */
export const ArchiveButton = ({ noun, row }: { noun: ArchivedNoun; row: NounRow }) => {
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending } = useUndoable();
  if (row.status === "archived") {
    return (
      <Button disabled={isPending} onClick={() => mutate(toBringingBack(noun, [row]))}>
        Bring back
      </Button>
    );
  }
  const close = (): void => setIsAsking(false);
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Archive</Button>
      {isAsking && <ArchiveDialog noun={noun} rows={[row]} onClose={close} onArchived={close} />}
    </>
  );
};
