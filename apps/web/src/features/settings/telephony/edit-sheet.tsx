import { updateCarrierAccountBody, type CarrierAccount } from "@ccp/contract";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { SecretField } from "#components/form/secret-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";

const { shape } = updateCarrierAccountBody.required();

const editForm = z.strictObject({
  name: shape.name,
  /** Empty leaves the stored token alone. */
  authToken: z.literal("").or(shape.authToken),
});

type EditSheetProps = { account: CarrierAccount; onClose: () => void };

/** Renames a carrier account and takes a rotated token; webhooks signed with the former one are believed a day longer. */
export const EditSheet = ({ account: { id, name, carrier }, onClose }: EditSheetProps) => {
  const renew = useRenew();
  const record = useCreateForm({
    schema: editForm,
    values: { name, authToken: "" },
    create: ({ name, authToken }) =>
      client.updateCarrierAccount({ params: { id }, body: { name, ...(authToken !== "" && { authToken }) } }),
    onCreated: (saved) => {
      toast.success(
        saved.verification === null ? `Saved ${saved.name}; verify it again` : `Saved ${saved.name}`,
      );
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={`Edit ${name}`}
      description="To rotate the token, give the secondary one here first, then make it the primary at the carrier within a day. Until then calls signed with the former are taken, too; giving the new one a second time ends that at once."
      saveText="Save"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" />
      {carrier === "twilio" && (
        <SecretField
          control={control}
          name="authToken"
          label="Auth token"
          lastFour="stored"
          hint="Never shown again; an empty field leaves it as it is."
        />
      )}
    </FormSheet>
  );
};
