import { bulkItemsMax, type ValueList } from "@ccp/contract";
import { Button } from "#ui/button.tsx";
import { useArchiveLists } from "./use-archive-lists.ts";

type ArchiveBarProps = { lists: readonly ValueList[]; onClear: () => void };

/** What can be done with the lists that are selected. */
export const ArchiveBar = ({ lists, onClear }: ArchiveBarProps) => {
  const { archive, isPending } = useArchiveLists();
  const isTooMany = lists.length > bulkItemsMax;
  return (
    <div
      role="group"
      aria-label="Selected rows"
      className="flex flex-wrap items-center gap-2 rounded-card border border-grey-6 bg-surface p-2 pl-3 shadow-float"
    >
      <span role="status" className="mr-1 font-medium tabular-nums">
        {isTooMany
          ? `${lists.length} selected; archive at most ${bulkItemsMax} at once`
          : `${lists.length} selected`}
      </span>
      <Button disabled={isPending || isTooMany} onClick={() => archive(lists, onClear)}>
        Archive {lists.length}
      </Button>
      <Button variant="ghost" className="text-grey-11" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
};
