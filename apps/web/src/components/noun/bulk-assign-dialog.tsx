import type { ConfigurationNoun } from "@ccp/contract";
import { useForm, useWatch } from "react-hook-form";
import type { NounFilter } from "#api/queries.ts";
import { NounField } from "#components/form/noun-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "#ui/dialog.tsx";
import { BulkPreview } from "./bulk-preview.tsx";
import { toSubject, type Id } from "./noun-operations.ts";
import { useBulkEdit, type BulkItem } from "./use-bulk-edit.ts";

type Choice = { kind: "one" | "none"; id: string };

type BulkAssignDialogProps<Key extends Id, Patch> = {
  noun: ConfigurationNoun;
  /** `before`: the id of what each is assigned to now. */
  rows: readonly { id: Key; name: string; before: Id | null }[];
  title: string;
  description: string;
  /** What can be assigned, and what it means to assign none; without the latter there has to be one. */
  to: { noun: NounFilter; label: string; none?: { one: string; none: string } };
  toPatch: (id: string | null) => Patch;
  update: (items: BulkItem<Key, Patch>[]) => Promise<unknown>;
  onClose: () => void;
};

const toAfter = ({ kind, id }: Choice): string | null | undefined => {
  if (kind === "none") return null;
  return id === "" ? undefined : id;
};

/** Assigns several nouns to another one, shown row by row before it is done. */
export const BulkAssignDialog = <Key extends Id, Patch>(props: BulkAssignDialogProps<Key, Patch>) => {
  const { noun, rows, title, description, to, toPatch, update, onClose } = props;
  const { control } = useForm<Choice>({ defaultValues: { kind: "one", id: "" } });
  const choice = useWatch({ control }) as Choice;
  const after = toAfter(choice);
  const { apply, isPending } = useBulkEdit({
    noun,
    rows,
    update,
    toFormer: ({ before }: { before: Id | null }) => toPatch(before === null ? null : String(before)),
  });
  const save = async (id: string | null): Promise<void> => {
    await apply(toPatch(id)).then(onClose, () => undefined);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{description}</DialogDescription>
        <div className="mt-4 grid grid-cols-1 gap-4">
          {to.none !== undefined && (
            <RadioField
              control={control}
              name="kind"
              label="What to do"
              options={[
                { value: "one", label: to.none.one },
                { value: "none", label: to.none.none },
              ]}
            />
          )}
          {choice.kind === "one" && <NounField control={control} name="id" label={to.label} noun={to.noun} />}
          <BulkPreview fieldKey={to.noun} rows={rows} after={after} />
        </div>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={after === undefined || isPending}
            onClick={() => after !== undefined && void save(after)}
          >
            {isPending ? "Saving" : `Change ${toSubject(noun, rows)}`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
};
