import type { Adjustment } from "@ccp/contract";
import { useState } from "react";
import { useMay } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { DecideDialog, type Step } from "./decide-dialog.tsx";

/** What can be done with an adjustment as it stands, for who may. */
export const DecideButtons = ({ adjustment }: { adjustment: Adjustment }) => {
  const [step, setStep] = useState<Step | null>(null);
  const maySettle = useMay("settle");
  if (!maySettle) return null;
  const { status } = adjustment;
  return (
    <>
      {status === "requested" && (
        <>
          <Button onClick={() => setStep("approve")}>Approve</Button>
          <Button onClick={() => setStep("reject")}>Reject</Button>
        </>
      )}
      {status === "approved" && <Button onClick={() => setStep("void")}>Void</Button>}
      {step !== null && <DecideDialog step={step} adjustment={adjustment} onClose={() => setStep(null)} />}
    </>
  );
};
