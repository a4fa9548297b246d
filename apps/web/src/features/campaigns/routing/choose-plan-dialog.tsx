import type { Campaign } from "@ccp/contract";
import { useForm, useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { NounField } from "#components/form/noun-field.tsx";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "#ui/dialog.tsx";

type ChoosePlanDialogProps = { campaign: Campaign; onClose: () => void };

/** Has the campaign's next calls routed by another plan. */
export const ChoosePlanDialog = ({ campaign: { id, name, plan }, onClose }: ChoosePlanDialogProps) => {
  const { control } = useForm<{ planId: string }>({ defaultValues: { planId: plan.id } });
  const { planId = plan.id } = useWatch({ control });
  const { mutate, isPending } = useUndoable();
  const goBy = (next: string) => client.updateCampaign({ params: { id }, body: { planId: next } });
  const choose = (): void =>
    mutate(
      {
        act: () => goBy(planId),
        done: `${name} goes by another plan now`,
        undo: () => goBy(plan.id),
        undone: `${name} goes by ${plan.name} again`,
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogTitle>Choose a plan for {name}</DialogTitle>
        <DialogDescription>
          The next calls of this campaign go by it. {plan.name} stays as it is.
        </DialogDescription>
        <div className="mt-4">
          <NounField control={control} name="planId" label="Plan" noun="planId" />
        </div>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={isPending || planId === plan.id} onClick={choose}>
            {isPending ? "Saving" : "Go by this plan"}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
};
