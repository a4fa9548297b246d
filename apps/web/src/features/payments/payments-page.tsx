import type { Payment } from "@ccp/contract";
import { HandCoins } from "lucide-react";
import { client } from "#api/client.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { Money } from "#components/money.tsx";
import { EmptyState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { formatMoney } from "#lib/format-money.ts";
import { paths } from "#paths.ts";
import { paymentFields, paymentList } from "./payment-list.ts";

const widths = { paidOn: 100, party: 180, direction: 112, amount: 124, status: 104, recordedBy: 140 };

const toKey = ({ id }: Payment): string => String(id);

const toName = ({ amountMicros, currency, paidOn }: Payment): string =>
  `${formatMoney(amountMicros, currency)} of ${paidOn}`;

const toParty = ({ buyer, publisher }: Payment) => (buyer ?? publisher)?.name ?? "";

const toHref = ({ buyer, publisher }: Payment): string =>
  buyer === null ? paths.publishers.page(publisher?.id ?? "") : paths.buyers.page(buyer.id);

/** Money that came in and went out; recorded and taken back on the page of whose it is. */
export const PaymentsPage = () => {
  const list = useListState(paymentList);
  const rows = useListRows(["list", "payment"], list.query, client.listPayments);
  return (
    <ListPage
      title="Payments"
      purpose="Money that buyers paid and publishers were paid. Record one on the page of the buyer or publisher."
      list={list}
      rows={rows}
      fields={paymentFields}
      words={{ one: "payment", many: "payments" }}
      csv="exportPayments"
      toKey={toKey}
      toName={toName}
      toHref={toHref}
      renderCard={(payment) => <PaymentCard payment={payment} />}
      widths={widths}
      empty={
        <EmptyState
          icon={HandCoins}
          title="No payment was recorded yet"
          text="Open a buyer or a publisher and record what was paid."
        />
      }
    />
  );
};

/** A payment where a table would not fit. */
const PaymentCard = ({ payment }: { payment: Payment }) => (
  <div className="grid grid-cols-1 gap-1">
    <div className="flex items-center justify-between gap-2">
      <span className="truncate font-medium">{toParty(payment)}</span>
      <Money micros={payment.amountMicros} currency={payment.currency} />
    </div>
    <div className="flex items-center justify-between gap-2 text-label text-grey-11">
      <span className="truncate">
        {payment.paidOn} {payment.reference}
      </span>
      <StatusBadge status={payment.status} />
    </div>
  </div>
);
