import type { Adjustment } from "@ccp/contract";
import { Scale } from "lucide-react";
import { client } from "#api/client.ts";
import { toAdjustmentName } from "#components/adjustment/adjustment-words.ts";
import { CallLink } from "#components/call/call-link.tsx";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { AdjustmentCard } from "./adjustment-card.tsx";
import { AdjustmentDrawer } from "./adjustment-drawer.tsx";
import { adjustmentFields, adjustmentsList } from "./adjustments-list.ts";

const widths = {
  createdAt: 128,
  call: 140,
  side: 92,
  party: 160,
  amount: 112,
  status: 116,
  requestedBy: 140,
};

const toKey = ({ id }: Adjustment): string => String(id);

/** Every correction of a call's revenue or payout, and what became of it. */
export const AdjustmentsPage = () => {
  const list = useListState(adjustmentsList);
  const rows = useListRows(["list", "adjustment"], list.query, client.listAdjustments);
  return (
    <ListPage
      title="Adjustments"
      purpose="Corrections of what a buyer owes or a publisher is owed for one call. What is approved is booked beside the call; nothing is ever changed."
      list={list}
      rows={rows}
      fields={adjustmentFields}
      words={{ one: "adjustment", many: "adjustments" }}
      csv="exportAdjustments"
      toKey={toKey}
      toName={toAdjustmentName}
      toHref={(adjustment) => list.toAddress({ open: toKey(adjustment) })}
      renderCell={({ callId, caller }, column) =>
        column === "call" ? <CallLink id={callId} caller={caller} /> : undefined
      }
      renderCard={(adjustment) => <AdjustmentCard adjustment={adjustment} />}
      widths={widths}
      Drawer={AdjustmentDrawer}
      empty={
        <EmptyState
          icon={Scale}
          title="Nothing was adjusted yet"
          text="Open a call that is over and request an adjustment of its revenue or payout."
        />
      }
    />
  );
};
