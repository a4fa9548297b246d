import type { CallMoney } from "@ccp/contract";
import { Money } from "#components/money.tsx";

/** What the call earned, and why it is this much. */
export const CallMoneyView = ({ money }: { money: CallMoney }) => (
  <>
    <dl className="grid gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <dt className="text-grey-11">Margin</dt>
        <dd>
          <Money
            micros={money.marginMicros}
            currency={money.currency}
            className="text-figure font-semibold"
          />
        </dd>
      </div>
      <MoneyLine label="Revenue, owed by the buyer" micros={money.revenueMicros} currency={money.currency} />
      <MoneyLine
        label="Payout, owed to the publisher"
        micros={money.payoutMicros}
        currency={money.currency}
      />
    </dl>
    <p className="mt-3 border-t border-grey-6 pt-3">{money.why}</p>
  </>
);

type MoneyLineProps = { label: string; micros: string; currency: string };

const MoneyLine = ({ label, micros, currency }: MoneyLineProps) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className="text-grey-11">{label}</dt>
    <dd>
      <Money micros={micros} currency={currency} />
    </dd>
  </div>
);
