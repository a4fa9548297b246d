import { canGrant, createApiKeyBody, role as roleSchema } from "@ccp/contract";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { keyRoles } from "./key-roles.ts";

const apiKeyForm = createApiKeyBody.extend({ role: z.string().pipe(roleSchema) });

type NewApiKeySheetProps = { onClose: () => void; onCreated: (made: { name: string; key: string }) => void };

export const NewApiKeySheet = ({ onClose, onCreated }: NewApiKeySheetProps) => {
  const renew = useRenew();
  const { role } = useSession();
  const record = useCreateForm({
    schema: apiKeyForm,
    values: { name: "", role: "analyst" },
    create: (body) => client.createApiKey({ body }),
    onCreated: (made) => {
      onCreated(made);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Create API key"
      description="The key itself is shown once, after this."
      saveText="Create API key"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" hint="What uses it, such as Reporting import." />
      <RadioField
        control={control}
        name="role"
        label="Role"
        hint="Give as little as the program needs."
        options={keyRoles.filter(({ value }) => canGrant(role, value))}
      />
    </FormSheet>
  );
};
