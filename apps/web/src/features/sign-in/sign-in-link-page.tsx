import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link, useSearchParams } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { SignInFrame } from "#components/sign-in-frame.tsx";
import { useEnter } from "#api/use-enter.ts";

/** Redeems a one-time link by a POST of the page's own: fetching the link alone, as previews do, does not use it up. */
export const SignInLinkPage = () => {
  const [params] = useSearchParams();
  const token = params.get("token") ?? "";
  const enter = useEnter();
  const { mutate, error, isError } = useMutation({
    mutationFn: (token: string) => client.redeemSignInLink({ body: { token } }),
    onSuccess: (session) => enter(session, paths.home()),
  });
  const redeemed = useRef<string | null>(null);
  useEffect(() => {
    if (redeemed.current === token) return;
    redeemed.current = token;
    mutate(token);
  }, [mutate, token]);
  if (!isError) {
    return (
      <SignInFrame title="Signing in">
        <p role="status" className="text-grey-11">
          The link is being checked.
        </p>
      </SignInFrame>
    );
  }
  const isUsedUp = ["unauthenticated", "not-found", "invalid"].includes(toApiFailure(error).code);
  return (
    <SignInFrame title="This link does not sign you in">
      <p role="alert" className="mb-4">
        {isUsedUp
          ? "Each link works once and for a limited time; this one was used or has expired. Ask whoever runs the server for a new one."
          : explainFailure(error)}
      </p>
      <div className="grid gap-2">
        {!isUsedUp && (
          <Button variant="primary" size="large" onClick={() => mutate(token)}>
            Try again
          </Button>
        )}
        <Button size="large" asChild>
          <Link href={paths.signIn()}>Sign in with e-mail and password</Link>
        </Button>
      </div>
    </SignInFrame>
  );
};
