import { offeredRole, updateUserBody, type User } from "@ccp/contract";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toApiFailure } from "#api/errors.ts";
import { offeredRoles } from "./roles.ts";

const editUserForm = updateUserBody
  .pick({ name: true })
  .required()
  .extend({ role: z.string().pipe(offeredRole) });

const toValues = ({ name, role }: User) => ({ name, role });

const reloadUser = async ({ id }: User): Promise<User> => {
  const { items } = await client.listUsers({ query: { limit: 200 } });
  const user = items.find((item) => item.id === id);
  if (user === undefined) throw toApiFailure(new Error("Somebody removed this user meanwhile."));
  return user;
};

type EditUserSheetProps = { user: User; onClose: () => void };

/** A changed role counts from their next click on. */
export const EditUserSheet = ({ user, onClose }: EditUserSheetProps) => {
  const renew = useRenew();
  const { role, account } = useSession();
  const record = useEditForm({
    schema: editUserForm,
    noun: user,
    toValues,
    update: (body) => client.updateUser({ params: { id: user.id }, body }),
    reload: () => reloadUser(user),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={`Edit ${user.name}`}
      description={`Signs in as ${user.email}.`}
      saveText="Save"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" />
      <RadioField
        control={control}
        name="role"
        label="Role"
        hint="A changed role counts from their next click on."
        options={offeredRoles.filter(({ value }) => role === "owner" || value !== "owner")}
      />
    </FormSheet>
  );
};
