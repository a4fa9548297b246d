import type { Billing, PartyBalance } from "@ccp/contract";
import { toMicros } from "@ccp/engine";
import { Money } from "#components/money.tsx";
import { Badge } from "#ui/badge.tsx";

type LiveBalanceProps = { balance: Pick<PartyBalance, "liveMicros" | "currency">; billing: Billing };

/** What a buyer who pays in advance has for further calls; nothing for one who pays afterwards. */
export const LiveBalance = ({ balance: { liveMicros, currency }, billing }: LiveBalanceProps) => {
  if (billing.kind === "postpaid" || liveMicros === null) return null;
  const credit = toMicros(billing.creditLimitMicros);
  const isOut = toMicros(liveMicros) + credit <= 0n;
  return (
    <div className="mb-3 border-b border-grey-6 pb-3">
      <p className="flex flex-wrap items-center gap-2">
        <Money micros={liveMicros} currency={currency} className="text-figure font-semibold" />
        <span className="text-grey-11">for further calls</span>
        {isOut && <Badge tone="warn">Out of balance</Badge>}
      </p>
      <p className="mt-1 text-grey-11">
        Paid in advance
        {credit > 0n && (
          <>
            , with a credit of <Money micros={billing.creditLimitMicros} currency={currency} />
          </>
        )}
        .{" "}
        {billing.mode === "strict"
          ? "What calls in progress may cost is taken off already."
          : "Calls in progress are not taken off yet."}
      </p>
    </div>
  );
};
