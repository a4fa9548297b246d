import { changePasswordBody, type ChangePassword } from "@ccp/contract";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import type { FormSchema } from "#components/form/use-record-form.ts";
import { toast } from "#lib/toast.ts";

const { shape } = changePasswordBody;

type Values = { currentPassword: string; newPassword: string };

const passwordForm: FormSchema<Values, ChangePassword> = changePasswordBody.extend({
  currentPassword: z.string().min(1).pipe(shape.currentPassword.unwrap()),
});

/** Somebody who has none yet proves themselves by their session alone. */
const firstPasswordForm: FormSchema<Values, ChangePassword> = changePasswordBody.extend({
  currentPassword: z.string().transform(() => null),
});

type PasswordSheetProps = { hasPassword: boolean; onClose: () => void };

export const PasswordSheet = ({ hasPassword, onClose }: PasswordSheetProps) => {
  const renew = useRenew();
  const record = useCreateForm({
    schema: hasPassword ? passwordForm : firstPasswordForm,
    values: { currentPassword: "", newPassword: "" },
    create: (body) => client.changePassword({ body }),
    onCreated: () => {
      toast.success("Changed your password; you are signed out everywhere else");
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={hasPassword ? "Change password" : "Choose a password"}
      description="Your other sessions and unused sign-in links end at once; this one goes on."
      saveText={hasPassword ? "Change password" : "Set password"}
      onClose={onClose}
    >
      {hasPassword && (
        <TextField
          control={control}
          name="currentPassword"
          label="Current password"
          type="password"
          autoComplete="current-password"
        />
      )}
      <TextField
        control={control}
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters."
      />
    </FormSheet>
  );
};
