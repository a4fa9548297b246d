import { useState } from "react";
import { ListTabs } from "#components/list-page/list-tabs.tsx";
import { ListToolbar } from "#components/list-page/list-toolbar.tsx";
import { useListState } from "#components/list-page/use-list-state.ts";
import { PageHeader } from "#components/page-header.tsx";
import { ErrorState } from "#components/states.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { Board, BoardCall } from "./board.ts";
import { HangUpDialog } from "./hang-up-dialog.tsx";
import { LiveBody } from "./live-body.tsx";
import { LiveControls, StaleBanner } from "./live-controls.tsx";
import { liveFields, liveList } from "./live-list.ts";
import { useBoard } from "./use-board.ts";
import { useNewCallSound } from "./use-new-call-sound.ts";

/** The calls that go on now, as they come and go. */
export const LiveCallsPage = () => {
  const list = useListState(liveList);
  const sound = useNewCallSound();
  const state = useBoard(sound.play);
  const { board, error, retry } = state;
  const [leaving, setLeaving] = useState<BoardCall | null>(null);
  return (
    <>
      <div className="grid grid-cols-1 gap-3 p-4 md:px-6">
        <PageHeader title="Live calls" badge={board !== null && <LiveBadge board={board} />} />
        <ListTabs list={list} />
        <ListToolbar
          list={list}
          fields={liveFields}
          controls={<LiveControls state={state} sound={sound} />}
          csv={null}
        />
      </div>
      {board !== null && <StaleBanner at={Date.parse(board.live.at) - board.skewMs} />}
      {board !== null && <LiveBody list={list} board={board} onHangUp={setLeaving} />}
      {board === null && error === null && <BoardSkeleton />}
      {board === null && error !== null && <ErrorState error={error} onRetry={retry} />}
      {leaving !== null && board !== null && (
        <HangUpDialog call={leaving.call} skewMs={board.skewMs} onClose={() => setLeaving(null)} />
      )}
    </>
  );
};

/** How many there are; of very many only the longest-lasting are listed. */
const LiveBadge = ({ board: { live } }: { board: Board }) => (
  <span className="text-grey-11 tabular-nums">
    {live.total.toLocaleString("en-US")} {live.total === 1 ? "call" : "calls"}
    {live.total > live.items.length &&
      `, the ${live.items.length.toLocaleString("en-US")} longest-lasting are shown`}
  </span>
);

const BoardSkeleton = () => (
  <div aria-busy role="status" aria-label="Live calls are loading" className="grid gap-4 px-4 md:px-6">
    {Array.from({ length: 8 }, (_, row) => (
      <Skeleton key={row} className="w-full" />
    ))}
  </div>
);
