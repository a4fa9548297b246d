import type { CallMoney, CallSummary } from "@ccp/contract";
import { useState } from "react";
import { useMay } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { AdjustmentItem } from "./adjustment-item.tsx";
import { RequestSheet } from "./request-sheet.tsx";

type CallAdjustmentsProps = { call: CallSummary; adjustments: CallMoney["adjustments"] };

/** The adjustments of a call, and the way to ask for one. */
export const CallAdjustments = ({ call, adjustments }: CallAdjustmentsProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const mayWrite = useMay("write");
  const canAsk = mayWrite && call.status === "ended" && (call.buyer !== null || call.publisher !== null);
  if (adjustments.length === 0 && !canAsk) return null;
  return (
    <section aria-label="Adjustments" className="mt-3 grid gap-2 border-t border-grey-6 pt-3">
      {adjustments.length > 0 && (
        <ul role="list" className="grid gap-2">
          {adjustments.map((adjustment) => (
            <AdjustmentItem key={adjustment.id} adjustment={adjustment} />
          ))}
        </ul>
      )}
      {canAsk && (
        <Button className="justify-self-start" onClick={() => setIsOpen(true)}>
          Request an adjustment
        </Button>
      )}
      {isOpen && <RequestSheet call={call} onClose={() => setIsOpen(false)} />}
    </section>
  );
};
