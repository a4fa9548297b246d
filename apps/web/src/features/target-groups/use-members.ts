import {
  putTargetGroupMembersBody,
  type ListedTarget,
  type TargetGroup,
  type TargetGroupMembers,
} from "@ccp/contract";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";
import { numberText } from "#lib/typed-fields.ts";

const { shape } = putTargetGroupMembersBody.shape.items.element;

const membersForm = z.strictObject({
  items: z.array(
    z.strictObject({
      targetId: shape.targetId,
      weight: numberText(shape.weight.unwrap()),
      enabled: z.boolean(),
    }),
  ),
});

type MembersBody = z.output<typeof membersForm>;

/** A member as it is typed. */
export type MemberRow = z.input<typeof membersForm>["items"][number];

const toValues = ({ items }: TargetGroupMembers): { items: MemberRow[] } => ({
  items: items.map(({ target, weight, enabled }) => ({
    targetId: target.id,
    weight: String(weight),
    enabled,
  })),
});

type MembersOptions = { group: TargetGroup; members: TargetGroupMembers };

/** The members as they are being edited: saved as a whole, or not at all. */
export const useMembers = ({ group, members }: MembersOptions) => {
  const renew = useRenew();
  const params = { id: group.id };
  const [added, setAdded] = useState<readonly ListedTarget[]>([]);
  const record = useEditForm({
    schema: membersForm,
    noun: members,
    toValues,
    update: ({ items = [], version }: Partial<MembersBody> & { version: number }) =>
      client.putTargetGroupMembers({ params, body: { items, version } }),
    reload: () => client.getTargetGroupMembers({ params }),
    onSaved: () => {
      toast.success(`Saved the members of ${group.name}`);
      void renew();
    },
  });
  const { control, setValue } = record.form;
  const { items } = useWatch({ control });
  const { errors, isSubmitted } = useFormState({ control });
  const rows = items as readonly MemberRow[];
  const known = new Map(
    [...added, ...members.items.map(({ target }) => target)].map((each) => [each.id, each]),
  );
  const change = (next: readonly MemberRow[]): void =>
    setValue("items", [...next], { shouldDirty: true, shouldValidate: isSubmitted });
  return {
    record,
    rows,
    faults: errors.items,
    find: (targetId: string): ListedTarget | undefined => known.get(targetId),
    change,
    add: (target: ListedTarget): void => {
      setAdded((others) => [...others, target]);
      change([...rows, { targetId: target.id, weight: "1", enabled: true }]);
    },
  };
};

export type EditedMembers = ReturnType<typeof useMembers>;
