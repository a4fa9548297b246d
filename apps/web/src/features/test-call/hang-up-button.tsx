import { useMutation } from "@tanstack/react-query";
import { PhoneOff } from "lucide-react";
import { useState } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { RunningDuration } from "#components/duration.tsx";
import { Button } from "#ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#ui/dialog.tsx";

type HangUpButtonProps = { testCallId: string; isOff: boolean; talkingSince: number | null };

/** Asks first: a conversation cut short may convert no more. */
export const HangUpButton = ({ testCallId, isOff, talkingSince }: HangUpButtonProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const hangUp = useMutation({
    mutationFn: () => client.hangUpTestCall({ params: { id: testCallId } }),
    onSuccess: () => setIsOpen(false),
  });
  return (
    <>
      <Button
        variant="danger"
        size="large"
        className="w-full"
        disabled={isOff}
        onClick={() => setIsOpen(true)}
      >
        <PhoneOff aria-hidden />
        Hang up
      </Button>
      <Dialog open={isOpen && !isOff} onOpenChange={setIsOpen}>
        <DialogContent>
          <DialogTitle>Hang up this call?</DialogTitle>
          <DialogDescription>
            {talkingSince === null ? (
              "Nobody has answered yet. The caller gives up, and nothing is owed."
            ) : (
              <>
                The conversation ends after <RunningDuration since={talkingSince} />. It earns only if it has
                lasted as long as the buyer's and the publisher's terms ask.
              </>
            )}
          </DialogDescription>
          {hangUp.isError && (
            <p role="alert" className="mt-2 font-medium text-bad">
              {explainFailure(hangUp.error)}
            </p>
          )}
          <DialogFooter>
            <DialogClose asChild>
              <Button>Stay on the line</Button>
            </DialogClose>
            <Button variant="danger" disabled={hangUp.isPending} onClick={() => hangUp.mutate()}>
              Hang up
            </Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  );
};
