import { createCarrierAccountBody } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { SecretField } from "#components/form/secret-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";

const connectForm = createCarrierAccountBody.omit({ carrier: true });

export const ConnectSheet = ({ onClose }: { onClose: () => void }) => {
  const renew = useRenew();
  const record = useCreateForm({
    schema: connectForm,
    values: { name: "", accountRef: "", authToken: "" },
    create: (body) => client.createCarrierAccount({ body }),
    onCreated: ({ name }) => {
      toast.success(`Connected ${name}; verify it next`);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Connect Twilio"
      description="Both are on the front page of the Twilio console, under Account info."
      saveText="Connect"
      onClose={onClose}
    >
      <TextField
        control={control}
        name="name"
        label="Name"
        hint="What you call it here, such as Main Twilio."
      />
      <TextField
        control={control}
        name="accountRef"
        label="Account SID"
        hint="AC and 32 hexadecimal digits."
        spellCheck={false}
        className="font-mono"
      />
      <SecretField
        control={control}
        name="authToken"
        label="Auth token"
        hint="Kept encrypted and never shown again. It signs what Twilio sends, and lets us hang up calls."
      />
    </FormSheet>
  );
};
