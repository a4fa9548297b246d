import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { ErrorBoundary } from "#components/error-boundary.tsx";
import { NotFoundPage } from "#components/not-found-page.tsx";
import { SignedIn } from "#components/signed-in.tsx";
import * as pages from "#pages.ts";
import { paths } from "#paths.ts";

/** The pages of who is not signed in, and behind them all others. */
export const Routes = () => (
  <ErrorBoundary>
    <Suspense>
      <Switch>
        <Route path={paths.signIn()} component={pages.SignInPage} />
        <Route path={paths.signInLink()} component={pages.SignInLinkPage} />
        <Route path={paths.setUp()} component={pages.SetUpPage} />
        <Route>
          <SignedIn>
            <SignedInRoutes />
          </SignedIn>
        </Route>
      </Switch>
    </Suspense>
  </ErrorBoundary>
);

const SignedInRoutes = () => {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={location}>
      <Suspense>
        <Switch>
          <Route path={paths.home()} component={pages.DashboardPage} />
          <Route path={paths.liveCalls()} component={pages.LiveCallsPage} />
          <Route path={paths.calls()} component={pages.CallLogPage} />
          <Route path="/calls/:id" component={pages.CallPage} />
          <Route path={paths.campaigns.list()} component={pages.CampaignListPage} />
          <Route path="/campaigns/:id" component={pages.CampaignPage} />
          <Route path={paths.publishers.list()} component={pages.PublisherListPage} />
          <Route path="/publishers/:id" component={pages.PublisherPage} />
          <Route path={paths.numbers.list()} component={pages.NumberListPage} />
          <Route path="/numbers/:id" component={pages.NumberPage} />
          <Route path={paths.blockedCallers()} component={pages.BlockedCallersPage} />
          <Route path={paths.buyers.list()} component={pages.BuyerListPage} />
          <Route path="/buyers/:id" component={pages.BuyerPage} />
          <Route path={paths.targets.list()} component={pages.TargetListPage} />
          <Route path="/targets/:id" component={pages.TargetPage} />
          <Route path={paths.adjustments()} component={pages.AdjustmentsPage} />
          <Route path={paths.payments()} component={pages.PaymentsPage} />
          <Route path={paths.invoices.list()} component={pages.InvoiceListPage} />
          <Route path="/invoices/:id" component={pages.DocumentPage} />
          <Route path={paths.statements.list()} component={pages.StatementListPage} />
          <Route path="/statements/:id" component={pages.DocumentPage} />
          <Route path={paths.valueLists()} component={pages.ValueListsPage} />
          <Route path={paths.agents.list()} component={pages.AgentListPage} />
          <Route path="/agents/:id" component={pages.AgentPage} />
          <Route path={paths.agentGroups.list()} component={pages.AgentGroupListPage} />
          <Route path="/agent-groups/:id" component={pages.AgentGroupPage} />
          <Route path={paths.targetGroups.list()} component={pages.TargetGroupListPage} />
          <Route path="/target-groups/:id" component={pages.TargetGroupPage} />
          <Route path={paths.plans.list()} component={pages.PlanListPage} />
          <Route path="/plans/:id" component={pages.PlanPage} />
          <Route path={paths.testCall()} component={pages.TestCallPage} />
          <Route path="/test-call/:id" component={pages.RunningTestCallPage} />
          <Route path={paths.settings.account()} component={pages.AccountPage} />
          <Route path={paths.settings.telephony()} component={pages.TelephonyPage} />
          <Route path={paths.settings.users()} component={pages.UsersPage} />
          <Route path={paths.settings.apiKeys()} component={pages.ApiKeysPage} />
          <Route path={paths.settings.auditLog()} component={pages.AuditLogPage} />
          <Route path="/settings">
            <Redirect to={paths.settings.account()} replace />
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
};
