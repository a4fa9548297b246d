import type { Session } from "@ccp/contract";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { PasswordSheet } from "./password-sheet.tsx";

const formId = "password";

type PasswordCardProps = { user: NonNullable<Session["user"]> };

/** How one signs in oneself. */
export const PasswordCard = ({ user: { email, hasPassword } }: PasswordCardProps) => {
  const { form, open, close } = useFormParam();
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <CardTitle className="mb-0">Your password</CardTitle>
        <p className="text-grey-11">
          {hasPassword
            ? `You sign in as ${email}.`
            : `You got in by a sign-in link. With a password you can sign in as ${email} at any time.`}
        </p>
      </div>
      <Button
        variant={hasPassword ? "outline" : "primary"}
        onClick={() => open({ kind: "edit", id: formId })}
      >
        {hasPassword ? "Change password" : "Choose a password"}
      </Button>
      {form?.kind === "edit" && form.id === formId && (
        <PasswordSheet hasPassword={hasPassword} onClose={close} />
      )}
    </Card>
  );
};
