import { toCapsText, type Target } from "@ccp/contract";
import { toCapText } from "@ccp/engine";
import { useSession } from "#api/session.ts";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { isUsedUp } from "#components/caps/is-used-up.ts";
import { formatMoney } from "#lib/format-money.ts";

type CapsUseProps = { target: Pick<Target, "id" | "caps"> };

/** What each cap of a target has counted: "12 of 50 connected calls this day (America/New_York)". */
export const CapsUse = ({ target }: CapsUseProps) => {
  const { currency } = useSession().account;
  const usage = useTargetUsage()(target.id);
  if (target.caps.length === 0) return "No caps";
  return (
    <span className="grid gap-0.5 tabular-nums">
      {target.caps.map((cap) => {
        const used = usage?.caps.find(({ on, period }) => on === cap.on && period === cap.period);
        return (
          <span
            key={`${cap.on} ${cap.period}`}
            className={used !== undefined && isUsedUp(used) ? "text-warn" : undefined}
          >
            {usage === undefined || used === undefined
              ? toCapsText([cap], (micros) => formatMoney(micros, currency))
              : toCapText(used, usage.timeZone, currency)}
          </span>
        );
      })}
    </span>
  );
};
