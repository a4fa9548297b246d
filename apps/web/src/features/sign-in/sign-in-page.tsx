import { zodResolver } from "@hookform/resolvers/zod";
import { signInBody } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useSearchParams } from "wouter";
import { client } from "#api/client.ts";
import { showFailure } from "#api/show-failure.ts";
import { FormField } from "#components/form-field.tsx";
import { toFieldMessage } from "#lib/form-messages.ts";
import { toSafeNext } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { SignInFrame } from "#components/sign-in-frame.tsx";
import { useEnter } from "#api/use-enter.ts";

type Values = { email: string; password: string };

const useSignIn = () => {
  const [params] = useSearchParams();
  const enter = useEnter();
  const form = useForm<Values>({
    resolver: zodResolver(signInBody, { error: toFieldMessage }),
    defaultValues: { email: "", password: "" },
  });
  const signIn = useMutation({
    mutationFn: (body: Values) => client.signIn({ body }),
    onSuccess: (session) => enter(session, toSafeNext(params.get("next"))),
    onError: (error) => showFailure(error, ["email", "password"], form.setError),
  });
  return { form, signIn };
};

export const SignInPage = () => {
  const { form, signIn } = useSignIn();
  const { errors } = form.formState;
  return (
    <SignInFrame title="Sign in">
      <form
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => signIn.mutate(values))(event)}
      >
        <FormField label="E-mail" error={errors.email?.message}>
          {(wiring) => <Input type="email" autoComplete="username" {...wiring} {...form.register("email")} />}
        </FormField>
        <FormField label="Password" error={errors.password?.message}>
          {(wiring) => (
            <Input
              type="password"
              autoComplete="current-password"
              {...wiring}
              {...form.register("password")}
            />
          )}
        </FormField>
        {errors.root?.message !== undefined && (
          <p role="alert" className="font-medium text-bad">
            {errors.root.message}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={signIn.isPending}>
          {signIn.isPending ? "Signing in" : "Sign in"}
        </Button>
      </form>
    </SignInFrame>
  );
};
