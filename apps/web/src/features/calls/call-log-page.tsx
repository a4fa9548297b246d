import type { CallSummary } from "@ccp/contract";
import { Phone as PhoneIcon } from "lucide-react";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useSearch } from "wouter";
import { useTimeZone } from "#api/session.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { toListQuery } from "#components/list-page/list-state.ts";
import { useListState, type List } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { CallBadge } from "#components/status-badge.tsx";
import { CallCard } from "./call-card.tsx";
import { CallDrawer } from "#components/call/call-drawer.tsx";
import { callFields } from "./call-fields.ts";
import { createCallList, findMissingRange, hasRangeIn } from "./call-list.ts";
import { callLogPlace } from "./call-log-place.ts";
import { PlaceCallLink } from "#components/call/place-call-link.tsx";
import { QuickChips } from "./quick-chips.tsx";
import { RangeControl } from "./range-control.tsx";
import { RowMenu } from "./row-menu.tsx";
import { toCallName } from "#components/call/to-call-name.ts";
import { useCallCount } from "./use-call-count.ts";
import { useLiveCalls } from "./use-live-calls.ts";

/** Times, numbers and figures are never cut; names are, and are whole on hover. */
const widths = {
  time: 128,
  endedAt: 128,
  outcome: 132,
  recording: 84,
  campaign: 112,
  publisher: 104,
  caller: 120,
  dialled: 120,
  target: 108,
  buyer: 104,
  duration: 76,
  connected: 92,
  revenue: 80,
  payout: 72,
  margin: 76,
};

const renderCallCell = (call: CallSummary, columnId: string) =>
  columnId === "outcome" ? <CallBadge call={call} /> : undefined;

const useCallList = (): List<CallSummary> => {
  const timeZone = useTimeZone();
  const hasRange = hasRangeIn(Object.fromEntries(new URLSearchParams(useSearch())));
  const list = useListState(useMemo(() => createCallList(timeZone, hasRange), [timeZone, hasRange]));
  const missing = findMissingRange(list.state);
  // Where the server would refuse for want of a range, one is set, in plain sight.
  const fillIn = useEffectEvent(() => {
    if (missing !== null) list.change({ filters: missing }, { isMinor: true });
  });
  const isMissing = missing !== null;
  useEffect(() => {
    if (isMissing) fillIn();
  }, [isMissing]);
  const queryText = JSON.stringify(
    missing === null ? list.query : toListQuery(list.spec, { ...list.state, filters: missing }),
  );
  const query = useMemo(() => JSON.parse(queryText) as List<CallSummary>["query"], [queryText]);
  return { ...list, query };
};

/** Finds any call; how the list stands is in the address. */
export const CallLogPage = () => {
  const list = useCallList();
  const { rows, waiting, setIsAtTop } = useLiveCalls(list.query);
  const count = useCallCount(list.query);
  const address = list.toAddress({ open: null });
  useEffect(() => callLogPlace.note(address), [address]);
  const { filters } = list.state;
  const narrow = (next: typeof filters): void => list.change({ filters: next });
  const toOpenAddress = (id: string): string => list.toAddress({ open: id });
  return (
    <ListPage
      title="Call log"
      badge={count !== null && <span className="text-grey-11 tabular-nums">{count}</span>}
      action={<PlaceCallLink />}
      list={list}
      rows={rows}
      fields={callFields}
      controls={
        <>
          <RangeControl filters={filters} onChange={narrow} />
          <QuickChips filters={filters} onChange={narrow} />
        </>
      }
      words={{ one: "call", many: "calls" }}
      csv="exportCalls"
      toKey={({ id }) => id}
      toName={toCallName}
      toHref={({ id }) => toOpenAddress(id)}
      renderCell={renderCallCell}
      renderActions={(call) => <RowMenu call={call} openAddress={toOpenAddress(call.id)} />}
      renderCard={(call) => <CallCard call={call} />}
      Drawer={CallDrawer}
      widths={widths}
      onTop={setIsAtTop}
      waiting={waiting === 0 ? null : `${waiting} new call${waiting === 1 ? "" : "s"}`}
      empty={
        <EmptyState
          icon={PhoneIcon}
          title="No calls yet"
          text="A call shows up here a moment after it reaches one of your numbers."
        >
          <PlaceCallLink />
        </EmptyState>
      }
    />
  );
};
