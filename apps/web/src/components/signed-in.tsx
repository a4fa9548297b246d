import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Redirect, useLocation, useSearch } from "wouter";
import { sessionQuery } from "#api/queries.ts";
import { SessionContext } from "#api/session.ts";
import { paths } from "#paths.ts";
import { Shell } from "./shell/shell.tsx";
import { ErrorState } from "./states.tsx";

/** Shows its pages to whoever is signed in; all others sign in first and come back. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const { data, error, refetch } = useQuery(sessionQuery);
  const [location] = useLocation();
  const search = useSearch();
  if (data === null) {
    return <Redirect to={paths.signIn(search === "" ? location : `${location}?${search}`)} replace />;
  }
  if (data !== undefined) {
    return (
      <SessionContext value={data}>
        <Shell>{children}</Shell>
      </SessionContext>
    );
  }
  if (error === null) return null;
  return (
    <main>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </main>
  );
};
