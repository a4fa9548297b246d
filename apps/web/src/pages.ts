import { lazy, type ComponentType } from "react";

const toPage = (load: () => Promise<ComponentType>) => lazy(async () => ({ default: await load() }));

/** Every page, loaded when it is first needed. */
export const SignInPage = toPage(async () => (await import("#features/sign-in/sign-in-page.tsx")).SignInPage);
export const SignInLinkPage = toPage(
  async () => (await import("#features/sign-in/sign-in-link-page.tsx")).SignInLinkPage,
);
export const SetUpPage = toPage(async () => (await import("#features/set-up/set-up-page.tsx")).SetUpPage);
export const DashboardPage = toPage(
  async () => (await import("#features/dashboard/dashboard-page.tsx")).DashboardPage,
);
export const LiveCallsPage = toPage(
  async () => (await import("#features/live-calls/live-calls-page.tsx")).LiveCallsPage,
);
export const CallLogPage = toPage(
  async () => (await import("#features/calls/call-log-page.tsx")).CallLogPage,
);
export const CallPage = toPage(async () => (await import("#features/calls/call-page.tsx")).CallPage);
export const CampaignListPage = toPage(
  async () => (await import("#features/campaigns/campaign-list-page.tsx")).CampaignListPage,
);
export const CampaignPage = toPage(
  async () => (await import("#features/campaigns/campaign-page.tsx")).CampaignPage,
);
export const PublisherListPage = toPage(
  async () => (await import("#features/publishers/publisher-list-page.tsx")).PublisherListPage,
);
export const PublisherPage = toPage(
  async () => (await import("#features/publishers/publisher-page.tsx")).PublisherPage,
);
export const NumberListPage = toPage(
  async () => (await import("#features/numbers/number-list-page.tsx")).NumberListPage,
);
export const NumberPage = toPage(async () => (await import("#features/numbers/number-page.tsx")).NumberPage);
export const BlockedCallersPage = toPage(
  async () => (await import("#features/blocked-callers/blocked-callers-page.tsx")).BlockedCallersPage,
);
export const BuyerListPage = toPage(
  async () => (await import("#features/buyers/buyer-list-page.tsx")).BuyerListPage,
);
export const BuyerPage = toPage(async () => (await import("#features/buyers/buyer-page.tsx")).BuyerPage);
export const TargetListPage = toPage(
  async () => (await import("#features/targets/target-list-page.tsx")).TargetListPage,
);
export const TargetPage = toPage(async () => (await import("#features/targets/target-page.tsx")).TargetPage);
export const AdjustmentsPage = toPage(
  async () => (await import("#features/adjustments/adjustments-page.tsx")).AdjustmentsPage,
);
export const PaymentsPage = toPage(
  async () => (await import("#features/payments/payments-page.tsx")).PaymentsPage,
);
export const InvoiceListPage = toPage(
  async () => (await import("#features/documents/document-list-page.tsx")).InvoiceListPage,
);
export const StatementListPage = toPage(
  async () => (await import("#features/documents/document-list-page.tsx")).StatementListPage,
);
export const DocumentPage = toPage(
  async () => (await import("#features/documents/document-page.tsx")).DocumentPage,
);
export const ValueListsPage = toPage(
  async () => (await import("#features/value-lists/value-lists-page.tsx")).ValueListsPage,
);
export const TargetGroupListPage = toPage(
  async () => (await import("#features/target-groups/target-group-list-page.tsx")).TargetGroupListPage,
);
export const TargetGroupPage = toPage(
  async () => (await import("#features/target-groups/target-group-page.tsx")).TargetGroupPage,
);
export const AgentListPage = toPage(
  async () => (await import("#features/agents/agent-list-page.tsx")).AgentListPage,
);
export const AgentPage = toPage(async () => (await import("#features/agents/agent-page.tsx")).AgentPage);
export const AgentGroupListPage = toPage(
  async () => (await import("#features/agents/agent-group-list-page.tsx")).AgentGroupListPage,
);
export const AgentGroupPage = toPage(
  async () => (await import("#features/agents/agent-group-page.tsx")).AgentGroupPage,
);
export const PlanListPage = toPage(
  async () => (await import("#features/plans/plan-list-page.tsx")).PlanListPage,
);
export const PlanPage = toPage(async () => (await import("#features/plans/plan-page.tsx")).PlanPage);
export const TestCallPage = toPage(
  async () => (await import("#features/test-call/test-call-page.tsx")).TestCallPage,
);
export const RunningTestCallPage = toPage(
  async () => (await import("#features/test-call/running-test-call-page.tsx")).RunningTestCallPage,
);
export const AccountPage = toPage(
  async () => (await import("#features/settings/account/account-page.tsx")).AccountPage,
);
export const TelephonyPage = toPage(
  async () => (await import("#features/settings/telephony/telephony-page.tsx")).TelephonyPage,
);
export const UsersPage = toPage(
  async () => (await import("#features/settings/users/users-page.tsx")).UsersPage,
);
export const ApiKeysPage = toPage(
  async () => (await import("#features/settings/api-keys/api-keys-page.tsx")).ApiKeysPage,
);
export const AuditLogPage = toPage(
  async () => (await import("#features/settings/audit-log/audit-log-page.tsx")).AuditLogPage,
);
