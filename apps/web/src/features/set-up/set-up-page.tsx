import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import { explainFailure } from "#api/errors.ts";
import { setUpQuery } from "#api/settings-queries.ts";
import { SignInFrame } from "#components/sign-in-frame.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { SetUpForm } from "./set-up-form.tsx";

/** The first page of an empty installation; whoever has the link of the server's log makes the first account. */
export const SetUpPage = () => {
  const [params] = useSearchParams();
  const token = params.get("token") ?? "";
  const { data, error, refetch } = useQuery(setUpQuery);
  if (error !== null) {
    return (
      <SignInFrame title="Set up CallCenter Pro">
        <p role="alert" className="mb-4">
          {explainFailure(error)}
        </p>
        <Button size="large" onClick={() => void refetch()}>
          Try again
        </Button>
      </SignInFrame>
    );
  }
  if (data === undefined) return <SignInFrame title="Set up CallCenter Pro">{null}</SignInFrame>;
  if (!data.isOpen) return <AlreadySetUp />;
  return token === "" ? <NoToken /> : <SetUpForm token={token} />;
};

const AlreadySetUp = () => (
  <SignInFrame title="This is set up already">
    <p className="mb-4">
      The first account has been made here, and its link was used up by that. Sign in, or ask an owner of the
      account for a sign-in link.
    </p>
    <Button variant="primary" size="large" asChild>
      <Link href={paths.signIn()}>Sign in</Link>
    </Button>
  </SignInFrame>
);

const NoToken = () => (
  <SignInFrame title="Open the set-up link">
    <p role="alert" className="mb-4">
      Nobody has an account here yet. The first one is made with a link that the server prints when it starts:
      look for “Set up” in its output, and open that address.
    </p>
    <Button size="large" onClick={() => location.reload()}>
      Look again
    </Button>
  </SignInFrame>
);
