import { createUserBody, offeredRole, type SignInLink, type User } from "@ccp/contract";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { offeredRoles } from "./roles.ts";

const newUserForm = createUserBody.extend({ role: z.string().pipe(offeredRole) });

type NewUserSheetProps = { onClose: () => void; onCreated: (made: { user: User; link: SignInLink }) => void };

/** Nothing is sent by e-mail: the answer holds a link to hand over. */
export const NewUserSheet = ({ onClose, onCreated }: NewUserSheetProps) => {
  const renew = useRenew();
  const { role } = useSession();
  const record = useCreateForm({
    schema: newUserForm,
    values: { name: "", email: "", role: "admin" },
    create: (body) => client.createUser({ body }),
    onCreated: (made) => {
      onCreated(made);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Add user"
      description="They get in by a one-time link, which you hand over yourself."
      saveText="Add user"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" />
      <TextField control={control} name="email" label="E-mail" type="email" />
      <RadioField
        control={control}
        name="role"
        label="Role"
        options={offeredRoles.filter(({ value }) => role === "owner" || value !== "owner")}
      />
    </FormSheet>
  );
};
