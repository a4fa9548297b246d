import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Router } from "wouter";
import { isWorthRetrying, toApiFailure } from "#api/errors.ts";
import { sessionQuery } from "#api/queries.ts";
import { Toaster } from "#components/toaster.tsx";
import { guardNavigation } from "#lib/leave-guard.ts";
import { Routes } from "./routes.tsx";

const retriesMax = 2;

const createQueries = (): QueryClient => {
  // A session that ended elsewhere shows itself by any refused request.
  const noteSignedOut = (error: unknown): void => {
    const isSignedIn = queries.getQueryData(sessionQuery.queryKey) !== null;
    if (isSignedIn && toApiFailure(error).code === "unauthenticated") {
      queries.setQueryData(sessionQuery.queryKey, null);
    }
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: noteSignedOut }),
    mutationCache: new MutationCache({ onError: noteSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < retriesMax && isWorthRetrying(error),
      },
    },
  });
  return queries;
};

const queries = createQueries();

export const App = () => (
  <QueryClientProvider client={queries}>
    <Router aroundNav={guardNavigation}>
      <Routes />
    </Router>
    <Toaster />
  </QueryClientProvider>
);
