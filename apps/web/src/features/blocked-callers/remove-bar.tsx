import { bulkItemsMax, type BlockedCaller } from "@ccp/contract";
import { toRemoval } from "#components/block/entry.ts";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { Button } from "#ui/button.tsx";

type RemoveBarProps = { entries: readonly BlockedCaller[]; onClear: () => void };

/** What can be done with the selected entries at once; it can be undone. */
export const RemoveBar = ({ entries, onClear }: RemoveBarProps) => {
  const { mutate, isPending } = useUndoable();
  const isTooMany = entries.length > bulkItemsMax;
  return (
    <div
      role="group"
      aria-label="Selected rows"
      className="flex flex-wrap items-center gap-2 rounded-card border border-grey-6 bg-surface p-2 pl-3 shadow-float"
    >
      <span role="status" className="mr-1 font-medium tabular-nums">
        {isTooMany
          ? `${entries.length} selected; remove at most ${bulkItemsMax} at once`
          : `${entries.length} selected`}
      </span>
      <Button
        disabled={isPending || isTooMany}
        onClick={() => mutate(toRemoval(entries), { onSuccess: onClear })}
      >
        Remove {entries.length}
      </Button>
      <Button variant="ghost" className="text-grey-11" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
};
