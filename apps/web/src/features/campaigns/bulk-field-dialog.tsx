import { updateCampaignBody, type Campaign, type UpdateCampaign } from "@ccp/contract";
import { useForm, useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { NumberField } from "#components/form/number-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { BulkPreview } from "#components/noun/bulk-preview.tsx";
import { toSubject } from "#components/noun/noun-operations.ts";
import { useBulkEdit } from "#components/noun/use-bulk-edit.ts";
import { toFieldLabel } from "#lib/field-words.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "#ui/dialog.tsx";
import { recordingOptions, verticalOptions } from "./campaign-fields.tsx";

export type BulkField = "vertical" | "recording" | "ringTimeoutSeconds";

const options = { vertical: verticalOptions, recording: recordingOptions };

/** The contract decides what can be set; undefined while what is typed cannot. */
const readPatch = (field: BulkField, typed: string): Pick<UpdateCampaign, BulkField> | undefined => {
  const value = field === "ringTimeoutSeconds" ? Number(typed) : typed;
  return updateCampaignBody.safeParse({ [field]: value }).data;
};

type BulkFieldDialogProps = { field: BulkField; rows: readonly Campaign[]; onClose: () => void };

/** Sets one field of several campaigns, shown row by row before it is done. */
export const BulkFieldDialog = ({ field, rows, onClose }: BulkFieldDialogProps) => {
  const { control } = useForm({ defaultValues: { value: "" } });
  const { value } = useWatch({ control });
  const { apply, isPending } = useBulkEdit({
    noun: "campaign",
    rows,
    update: (items) => client.updateCampaigns({ body: { items } }),
    toFormer: (row: Campaign): UpdateCampaign => ({ [field]: row[field] }),
  });
  const patch = value === undefined || value === "" ? undefined : readPatch(field, value);
  const label = toFieldLabel(field);
  const save = async (change: UpdateCampaign): Promise<void> => {
    await apply(change).then(onClose, () => undefined);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogTitle>Change {label.toLowerCase()}</DialogTitle>
        <DialogDescription>Holds from the next call on, for every campaign below.</DialogDescription>
        <div className="mt-4 grid grid-cols-1 gap-4">
          {field === "ringTimeoutSeconds" ? (
            <NumberField
              control={control}
              name="value"
              label={label}
              unit="seconds"
              hint="From 5 to 300 seconds."
            />
          ) : (
            <SelectField control={control} name="value" label={label} options={options[field]} />
          )}
          <BulkPreview
            fieldKey={field}
            rows={rows.map((row) => ({ id: row.id, name: row.name, before: row[field] }))}
            after={patch?.[field]}
          />
        </div>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={patch === undefined || isPending}
            onClick={() => patch !== undefined && void save(patch)}
          >
            {isPending ? "Saving" : `Change ${toSubject("campaign", rows)}`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
};
