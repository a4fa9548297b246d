import { AudioLines, PhoneOff } from "lucide-react";
import type { ReactNode } from "react";
import { useMay } from "#api/session.ts";
import { ListBody } from "#components/list-page/list-body.tsx";
import type { List } from "#components/list-page/use-list-state.ts";
import { EmptyState, NoMatchState } from "#components/states.tsx";
import { Age } from "#components/time.tsx";
import { CallDrawer } from "#components/call/call-drawer.tsx";
import { PlaceCallLink } from "#components/call/place-call-link.tsx";
import { toCallName } from "#components/call/to-call-name.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { Button } from "#ui/button.tsx";
import type { Board, BoardCall } from "./board.ts";
import { ByCampaign } from "./by-campaign.tsx";
import { ByTarget } from "./by-target.tsx";
import { countByCampaign } from "./count-by-campaign.ts";
import { LiveCard, renderLiveCell } from "./live-cells.tsx";
import { liveFields, narrowCalls } from "./live-list.ts";

type LiveBodyProps = { list: List<BoardCall>; board: Board; onHangUp: (row: BoardCall) => void };

/** The board in the chosen view. */
export const LiveBody = ({ list, board, onHangUp }: LiveBodyProps) => {
  const shown = narrowCalls(board.calls, list.query);
  const going = shown.filter(({ goneAt }) => goneAt === null).map(({ call }) => call);
  const toBoard = (key: "targetId" | "campaignId") => (id: string) =>
    list.toAddress({ tab: "board", filters: { ...list.state.filters, [key]: id } });
  if (list.state.tab === "board")
    return <CallBoard list={list} board={board} rows={shown} onHangUp={onHangUp} />;
  if (going.length === 0) return <NoCalls list={list} board={board} />;
  if (list.state.tab === "campaigns") {
    return (
      <Scroller label="Live calls by campaign">
        <ByCampaign lines={countByCampaign(going)} toHref={toBoard("campaignId")} />
      </Scroller>
    );
  }
  const targetIds = new Set(going.map(({ target }) => target?.id));
  return (
    <Scroller label="Live calls by target">
      <ByTarget
        targets={board.live.targets.filter(({ target }) => targetIds.has(target.id))}
        toHref={toBoard("targetId")}
      />
    </Scroller>
  );
};

const Scroller = ({ label, children }: { label: string; children: ReactNode }) => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="min-h-0 flex-1 border-t border-grey-6 outline-offset-[-2px] md:overflow-auto"
  >
    {children}
  </div>
);

const widths = { state: 96, timer: 64, step: 140, caller: 120, place: 60, city: 104 };

type CallBoardProps = LiveBodyProps & { rows: readonly BoardCall[] };

const CallBoard = ({ list, board, rows, onHangUp }: CallBoardProps) => {
  const mayWrite = useMay("write");
  return (
    <ListBody
      title="Live calls"
      list={list}
      rows={{
        items: rows,
        error: null,
        retry: () => undefined,
        hasMore: false,
        isLoadingMore: false,
        more: () => undefined,
        isStale: false,
      }}
      fields={liveFields}
      words={{ one: "call", many: "calls" }}
      toKey={({ call }) => call.id}
      toName={({ call }) => toCallName(call)}
      toHref={({ call }) => list.toAddress({ open: call.id })}
      renderCell={(row, columnId) => renderLiveCell(row, columnId, board.skewMs)}
      renderCard={(row) => <LiveCard row={row} skewMs={board.skewMs} />}
      isFading={({ goneAt }) => goneAt !== null}
      {...(mayWrite && { renderActions: (row: BoardCall) => <HangUpButton row={row} onHangUp={onHangUp} /> })}
      Drawer={CallDrawer}
      widths={widths}
      empty={<NoCalls list={list} board={board} />}
    />
  );
};

type HangUpButtonProps = { row: BoardCall; onHangUp: (row: BoardCall) => void };

const HangUpButton = ({ row, onHangUp }: HangUpButtonProps) => {
  const label = `Hang up the call from ${formatPhone(row.call.caller)}`;
  return (
    <Button
      variant="ghost"
      size="icon"
      className="size-7 text-bad"
      aria-label={label}
      title={label}
      disabled={row.goneAt !== null}
      onClick={() => onHangUp(row)}
    >
      <PhoneOff />
    </Button>
  );
};

const NoCalls = ({ list, board }: Pick<LiveBodyProps, "list" | "board">) => {
  const { lastArrivedAt } = board.live;
  if (list.isFiltered && board.live.total > 0)
    return <NoMatchState noun="calls" onClear={list.clearFilters} />;
  return (
    <EmptyState
      icon={AudioLines}
      title="No calls right now"
      text={
        lastArrivedAt === null ? (
          "A call shows up here the moment it reaches one of your numbers."
        ) : (
          <>
            Last call <Age at={Date.parse(lastArrivedAt) - board.skewMs} />.
          </>
        )
      }
    >
      <PlaceCallLink />
    </EmptyState>
  );
};
