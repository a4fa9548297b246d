import type { Payment } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import { Money } from "#components/money.tsx";
import { RelatedSection } from "#components/noun/related-section.tsx";
import { ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { PaymentParty } from "./payment-form.ts";
import { PaymentSheet } from "./payment-sheet.tsx";
import { VoidPaymentDialog } from "./void-payment-dialog.tsx";

const shownMax = 8;

const toFilter = (party: PaymentParty) =>
  party.kind === "buyer" ? { buyerId: String(party.id) } : { publisherId: party.id };

/** A party's latest payments, with the way to record one and to take one back. */
export const PaymentsSection = ({ party }: { party: PaymentParty }) => {
  const maySettle = useMay("settle");
  const [isRecording, setRecording] = useState(false);
  const [voiding, setVoiding] = useState<Payment | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["payments", party.kind, party.id],
    queryFn: () => client.listPayments({ query: { ...toFilter(party), limit: shownMax } }),
  });
  const action = maySettle && <Button onClick={() => setRecording(true)}>Record payment</Button>;
  return (
    <RelatedSection title="Payments" href={paths.payments(`${party.kind}=${party.id}`)} action={action}>
      <Card>
        {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton className="h-12 w-full" />}
        {data?.items.length === 0 && (
          <p className="text-grey-11">
            {party.kind === "buyer" ? "No payment was recorded yet." : "Nothing was paid yet."}
          </p>
        )}
        <ul className="divide-y divide-grey-6 empty:hidden">
          {data?.items.map((payment) => (
            <PaymentLine
              key={payment.id}
              payment={payment}
              onVoid={maySettle && payment.status === "recorded" ? () => setVoiding(payment) : undefined}
            />
          ))}
        </ul>
      </Card>
      {isRecording && <PaymentSheet party={party} onClose={() => setRecording(false)} />}
      {voiding !== null && <VoidPaymentDialog payment={voiding} onClose={() => setVoiding(null)} />}
    </RelatedSection>
  );
};

type PaymentLineProps = { payment: Payment; onVoid: (() => void) | undefined };

const PaymentLine = ({ payment, onVoid }: PaymentLineProps) => {
  const { paidOn, amountMicros, currency, reference, note, status, recordedBy, voidNote } = payment;
  const words = [reference, note, `recorded by ${recordedBy}`].filter((word) => word !== "");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="w-24 shrink-0 tabular-nums">{paidOn}</span>
      <span className="w-32 shrink-0 text-right">
        <Money
          micros={amountMicros}
          currency={currency}
          className={status === "voided" ? "text-grey-11 line-through" : "font-medium"}
        />
      </span>
      <span className="min-w-40 flex-1 break-words text-grey-11">
        {words.join(" · ")}
        {voidNote !== null && ` · void: ${voidNote}`}
      </span>
      {status === "voided" && <StatusBadge status={status} />}
      {onVoid !== undefined && <Button onClick={onVoid}>Void</Button>}
    </li>
  );
};
