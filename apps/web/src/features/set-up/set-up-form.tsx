import { zodResolver } from "@hookform/resolvers/zod";
import { setUpBody } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { client } from "#api/client.ts";
import { toApiFailure } from "#api/errors.ts";
import { showFailure } from "#api/show-failure.ts";
import { useEnter } from "#api/use-enter.ts";
import { CurrencyField } from "#components/form/currency-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { TimeZoneField } from "#components/form/time-zone-field.tsx";
import { SignInFrame } from "#components/sign-in-frame.tsx";
import { toFieldMessage } from "#lib/form-messages.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

const setUpForm = setUpBody.omit({ token: true });

type Values = z.infer<typeof setUpForm>;

const fields = ["name", "email", "password", "accountName", "timeZone", "currency"] as const;

const useSetUp = (token: string) => {
  const enter = useEnter();
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(setUpForm, { error: toFieldMessage }),
    defaultValues: {
      name: "",
      email: "",
      password: "",
      accountName: "",
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      currency: "USD",
    },
  });
  const setUp = useMutation({
    mutationFn: (body: Values) => client.setUp({ body: { token, ...body } }),
    onSuccess: (session) => enter(session, paths.home()),
    onError: (error) => showFailure(error, fields, form.setError),
  });
  return { form, setUp };
};

/** Who the first owner is, and what their workspace is called, counts in and goes by. */
export const SetUpForm = ({ token }: { token: string }) => {
  const { form, setUp } = useSetUp(token);
  const { control, formState } = form;
  const isRefused = setUp.error !== null && toApiFailure(setUp.error).code === "unauthenticated";
  return (
    <SignInFrame title="Set up CallCenter Pro">
      <form
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => setUp.mutate(values))(event)}
      >
        <h2 className="font-semibold">You, the owner</h2>
        <TextField control={control} name="name" label="Your name" autoComplete="name" />
        <TextField control={control} name="email" label="E-mail" type="email" autoComplete="username" />
        <TextField
          control={control}
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint="At least 8 characters."
        />
        <h2 className="mt-2 font-semibold">Your workspace</h2>
        <TextField control={control} name="accountName" label="Workspace name" autoComplete="organization" />
        <TimeZoneField
          control={control}
          name="timeZone"
          label="Time zone"
          hint="Its midnight ends the day of every figure."
        />
        <CurrencyField
          control={control}
          name="currency"
          label="Currency"
          hint="It stays once money is booked in it."
        />
        {formState.errors.root?.message !== undefined && (
          <p role="alert" className="font-medium text-bad">
            {formState.errors.root.message}
            {isRefused && " Restart the server if you cannot find it, and open the new link."}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={setUp.isPending}>
          {setUp.isPending ? "Setting up" : "Set up and sign in"}
        </Button>
      </form>
    </SignInFrame>
  );
};
