import type { Session } from "@ccp/contract";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { SessionContext } from "#api/session.ts";
import { guardNavigation } from "#lib/leave-guard.ts";

/** Somebody who may do everything. */
const session: Session = {
  account: {
    id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10",
    name: "Dentists direct",
    currency: "USD",
    timeZone: "America/Chicago",
    isDemo: false,
    demoTraffic: null,
  },
  user: { id: 1, email: "ana@example.com", name: "Ana Ortiz", hasPassword: true },
  role: "owner",
  testCalls: false,
};

/** Renders what is shown behind sign-in, with all that the app puts around it. */
export const renderSignedIn = (children: ReactNode) => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <SessionContext value={session}>
        <Router aroundNav={guardNavigation}>{children}</Router>
      </SessionContext>
    </QueryClientProvider>,
  );
};
