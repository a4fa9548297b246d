import type { CallDetail } from "@ccp/contract";
import { CallAdjustments } from "#components/adjustment/call-adjustments.tsx";
import { Money } from "#components/money.tsx";
import { formatSignedMoney, isZeroMoney } from "#lib/format-money.ts";

/** What the call earned, why it is this much or nothing, and what was adjusted. */
export const CallMoneyView = ({ detail: { call, money } }: { detail: CallDetail }) => {
  const { currency } = money;
  return (
    <>
      <dl className="grid gap-1">
        <div className="flex items-baseline justify-between gap-4">
          <dt className="text-grey-11">Margin</dt>
          <dd>
            <Money micros={money.marginMicros} currency={currency} className="text-figure font-semibold" />
          </dd>
        </div>
        <MoneyLine
          label="Revenue, owed by the buyer"
          micros={money.revenueMicros}
          adjusted={money.adjustedRevenueMicros}
          currency={currency}
        />
        <MoneyLine
          label="Payout, owed to the publisher"
          micros={money.payoutMicros}
          adjusted={money.adjustedPayoutMicros}
          currency={currency}
        />
      </dl>
      <p className="mt-3 border-t border-grey-6 pt-3">{money.why}</p>
      {money.whyNoPayout !== null && money.whyNoPayout.sentence !== money.why && (
        <p className="mt-2">
          <span className="text-grey-11">No payout:</span> {money.whyNoPayout.sentence}
        </p>
      )}
      <CallAdjustments call={call} adjustments={money.adjustments} />
    </>
  );
};

type MoneyLineProps = { label: string; micros: string; adjusted: string; currency: string };

const MoneyLine = ({ label, micros, adjusted, currency }: MoneyLineProps) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className="text-grey-11">
      {label}
      {!isZeroMoney(adjusted) && (
        <span className="block text-label">{formatSignedMoney(adjusted, currency)} by adjustments</span>
      )}
    </dt>
    <dd>
      <Money micros={micros} currency={currency} />
    </dd>
  </div>
);
