import { useMutation } from "@tanstack/react-query";
import { toast } from "#lib/toast.ts";
import { explainFailure } from "#api/errors.ts";
import { useRenew } from "#api/use-renew.ts";

export type Undoable = {
  act: () => Promise<unknown>;
  /** What was done, such as "Paused Acme Dental". */
  done: string;
  /** Puts back what was there before. */
  undo: () => Promise<unknown>;
  undone: string;
};

const undoMs = 10_000;

const tell = (error: Error): unknown => toast.error(explainFailure(error));

/** Something that happens at once and can be taken back for ten seconds; a failure is told where `onError` says. */
export const useUndoable = (onError: (error: Error) => unknown = tell) => {
  const renew = useRenew();
  const takeBack = async ({ undo, undone }: Undoable): Promise<void> => {
    try {
      await undo();
      toast.success(undone);
    } catch (error) {
      toast.error(`This could not be undone. ${explainFailure(error)}`);
    }
    await renew();
  };
  return useMutation({
    mutationFn: ({ act }: Undoable) => act(),
    onSuccess: async (_, step) => {
      toast.success(step.done, {
        duration: undoMs,
        action: { label: "Undo", onClick: () => void takeBack(step) },
      });
      await renew();
    },
    onError,
  });
};
