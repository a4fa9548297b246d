import { useQuery } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "#ui/alert-dialog.tsx";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { toSubject, type ArchivedNoun, type NounRow } from "./noun-operations.ts";
import { ReferenceList } from "./reference-list.tsx";
import { toArchiving } from "./status-change.ts";
import { useUndoable } from "./use-undoable.ts";

type ArchiveDialogProps = {
  noun: ArchivedNoun;
  /** One or several; open as long as it is rendered. */
  rows: readonly NounRow[];
  onClose: () => void;
  onArchived: () => void;
};

const useReferences = (noun: ArchivedNoun, rows: readonly NounRow[]) => {
  const [first, ...rest] = rows;
  return useQuery({
    queryKey: ["references", noun, first?.id],
    queryFn: () => client.listReferences({ query: { noun, id: String(first?.id) } }),
    // Of several, the server says which of them are in use; asking for each would be a request a row.
    enabled: first !== undefined && rest.length === 0,
    staleTime: 0,
  });
};

/** A refusal of several names its rows by their place; here they are called by name. */
const explainRefusal = (error: unknown, rows: readonly NounRow[]): string[] => {
  const { details } = toApiFailure(error);
  if (details.length === 0) return [explainFailure(error)];
  return details.map(({ path, message }) => {
    const row = rows[Number(/^body\.ids\.(\d+)/.exec(path)?.[1])];
    return row === undefined ? message : `${row.name}: ${message}`;
  });
};

const inUse = {
  toTitle: (subject: string) => `${subject} is in use`,
  text: "Change what uses it first; then it can be archived.",
};

const unused = {
  toTitle: (subject: string) => `Archive ${subject}?`,
  text: "It takes no more calls and leaves the lists. Its calls and figures stay, and it can be brought back.",
};

/** Archives what nothing uses any more; what is in use is shown with what uses it. */
export const ArchiveDialog = ({ noun, rows, onClose, onArchived }: ArchiveDialogProps) => {
  const { data, error, isLoading } = useReferences(noun, rows);
  const archive = useUndoable(() => undefined);
  const subject = toSubject(noun, rows);
  const isUsed = (data?.total ?? 0) > 0;
  const words = isUsed ? inUse : unused;
  return (
    <AlertDialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialogContent>
        <AlertDialogTitle>{words.toTitle(subject)}</AlertDialogTitle>
        <AlertDialogDescription>{words.text}</AlertDialogDescription>
        {isLoading && <Skeleton className="mt-4 w-2/3" />}
        {data !== undefined && isUsed && <ReferenceList references={data} />}
        <Faults error={error ?? archive.error} rows={rows} />
        <AlertDialogFooter>
          <AlertDialogCancel asChild>
            <Button>{isUsed ? "Close" : "Cancel"}</Button>
          </AlertDialogCancel>
          {!isUsed && (
            <Button
              variant="danger"
              disabled={isLoading || archive.isPending}
              onClick={() => archive.mutate(toArchiving(noun, rows), { onSuccess: onArchived })}
            >
              {archive.isPending ? "Archiving" : "Archive"}
            </Button>
          )}
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
};

const Faults = ({ error, rows }: { error: Error | null; rows: readonly NounRow[] }) =>
  error !== null &&
  explainRefusal(error, rows).map((text) => (
    <p key={text} role="alert" className="mt-3 font-medium text-bad">
      {text}
    </p>
  ));
