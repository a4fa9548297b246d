import type { CallSummary } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { RunningDuration } from "#components/duration.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { toast } from "#lib/toast.ts";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogTitle,
} from "#ui/alert-dialog.tsx";
import { Button } from "#ui/button.tsx";

type HangUpDialogProps = { call: CallSummary; skewMs: number; onClose: () => void };

/** Asks first, and says which call it is and what will happen. Open as long as it is rendered. */
export const HangUpDialog = ({ call, skewMs, onClose }: HangUpDialogProps) => {
  const caller = formatPhone(call.caller);
  const hangUp = useMutation({
    mutationFn: () => client.hangUpCall({ params: { id: call.id } }),
    onSuccess: () => {
      toast.success(`Asked the carrier to end the call from ${caller}`);
      onClose();
    },
  });
  return (
    <AlertDialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <AlertDialogContent>
        <AlertDialogTitle>Hang up the call from {caller}?</AlertDialogTitle>
        <AlertDialogDescription>
          <WhatHappens call={call} skewMs={skewMs} />
        </AlertDialogDescription>
        {hangUp.isError && (
          <p role="alert" className="mt-3 font-medium text-bad">
            {explainFailure(hangUp.error)}
          </p>
        )}
        <AlertDialogFooter>
          <AlertDialogCancel asChild>
            <Button>Keep the call</Button>
          </AlertDialogCancel>
          <Button variant="danger" disabled={hangUp.isPending} onClick={() => hangUp.mutate()}>
            {hangUp.isPending ? "Hanging up" : "Hang up"}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
};

const WhatHappens = ({ call, skewMs }: Pick<HangUpDialogProps, "call" | "skewMs">) => {
  const where = call.campaign === null ? "The caller" : `The caller of campaign ${call.campaign.name}`;
  if (call.step !== "talking" || call.connectedAt === null) {
    return <>{where} has not been connected yet. The line is cut at once, and nothing is owed.</>;
  }
  return (
    <>
      {where} has been talking with {(call.target ?? call.agent)?.name ?? "a target"} for{" "}
      <RunningDuration since={Date.parse(call.connectedAt) - skewMs} className="text-grey-12" />. Both lines
      are cut at once. The call earns only if it has lasted as long as the terms ask.
    </>
  );
};
