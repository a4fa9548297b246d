import { lazy, Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { ErrorBoundary } from "#components/error-boundary.tsx";
import { NotFoundPage } from "#components/not-found-page.tsx";
import { SignedIn } from "#components/signed-in.tsx";
import { paths } from "#paths.ts";

const SignInPage = lazy(async () => ({
  default: (await import("#features/sign-in/sign-in-page.tsx")).SignInPage,
}));
const SignInLinkPage = lazy(async () => ({
  default: (await import("#features/sign-in/sign-in-link-page.tsx")).SignInLinkPage,
}));
const CallLogPage = lazy(async () => ({
  default: (await import("#features/calls/call-log-page.tsx")).CallLogPage,
}));
const CallPage = lazy(async () => ({
  default: (await import("#features/calls/call-page.tsx")).CallPage,
}));
const TestCallPage = lazy(async () => ({
  default: (await import("#features/test-call/test-call-page.tsx")).TestCallPage,
}));
const RunningTestCallPage = lazy(async () => ({
  default: (await import("#features/test-call/running-test-call-page.tsx")).RunningTestCallPage,
}));

/** Every page is loaded when it is first needed. */
export const Routes = () => (
  <Switch>
    <Route path={paths.signIn()}>
      <Suspense>
        <SignInPage />
      </Suspense>
    </Route>
    <Route path={paths.signInLink()}>
      <Suspense>
        <SignInLinkPage />
      </Suspense>
    </Route>
    <Route>
      <SignedIn>
        <SignedInRoutes />
      </SignedIn>
    </Route>
  </Switch>
);

const SignedInRoutes = () => {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location}>
      <Suspense>
        <Switch>
          <Route path={paths.home()}>
            <Redirect to={paths.calls()} replace />
          </Route>
          <Route path={paths.calls()} component={CallLogPage} />
          <Route path="/calls/:id" component={CallPage} />
          <Route path={paths.testCall()} component={TestCallPage} />
          <Route path="/test-call/:id" component={RunningTestCallPage} />
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
};
