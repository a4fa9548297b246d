import type { Plan, PlanDraft, PlanRows } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { toast } from "#lib/toast.ts";
import { Input } from "#ui/input.tsx";
import { Label } from "#ui/label.tsx";
import { listPlanChanges } from "./plan-changes.ts";

type PublishDialogProps = {
  plan: Plan;
  rows: PlanRows;
  draft: PlanDraft;
  onPublished: () => void;
  onClose: () => void;
};

const toText = ({ campaignCount, versionNumber }: Plan, { basedOn }: PlanDraft): string => {
  const campaigns = `${campaignCount} ${campaignCount === 1 ? "campaign goes" : "campaigns go"} by it`;
  const over =
    versionNumber === basedOn
      ? ""
      : ` Version ${versionNumber} was published since it was begun; what is not in the draft is lost.`;
  return `The draft becomes version ${versionNumber + 1}: ${campaigns} from the next call on.${over}`;
};

/** What would change for whom, why, and the way to have calls go by the draft. */
export const PublishDialog = ({ plan, rows, draft, onPublished, onClose }: PublishDialogProps) => {
  const id = useId();
  const [note, setNote] = useState("");
  const renew = useRenew();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      client.publishPlan({
        params: { id: plan.id },
        body: { version: plan.version, draftVersion: draft.version, note },
      }),
    onSuccess: async () => {
      toast.success(`Published ${plan.name}`);
      onClose();
      await renew();
      onPublished();
    },
  });
  return (
    <ConfirmDialog
      title={`Publish ${plan.name}?`}
      text={toText(plan, draft)}
      action={{ text: "Publish", busy: "Publishing", isHarmless: true }}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <ChangeList changes={listPlanChanges(rows, draft)} />
      <div className="mt-4 grid gap-1.5">
        <Label htmlFor={id}>Note</Label>
        <Input
          id={id}
          autoComplete="off"
          maxLength={300}
          placeholder="Why, for the plan's versions; may stay empty"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </ConfirmDialog>
  );
};

const shownMax = 8;

const ChangeList = ({ changes }: { changes: readonly string[] }) => {
  if (changes.length === 0) return <p className="mt-3">Its rows are as they are now.</p>;
  const more = changes.length - shownMax;
  return (
    <ul aria-label="Changes" className="mt-3 list-disc pl-4">
      {changes.slice(0, shownMax).map((change) => (
        <li key={change} className="break-words">
          {change}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
};
