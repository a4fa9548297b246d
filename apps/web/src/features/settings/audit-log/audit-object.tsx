import type { AuditEntry } from "@ccp/contract";
import { Link } from "wouter";
import { paths } from "#paths.ts";
import { toObjectName } from "./audit-words.ts";

const pages: Record<string, (id: string) => string> = {
  account: paths.settings.account,
  adjustment: (id) => paths.adjustments(`open=${id}`),
  "api-key": paths.settings.apiKeys,
  "blocked-caller": () => paths.blockedCallers(),
  buyer: (id) => paths.buyers.page(id),
  call: paths.call,
  campaign: (id) => paths.campaigns.page(id),
  "carrier-account": paths.settings.telephony,
  document: (id) => paths.invoices.page(id),
  number: (id) => paths.numbers.page(id),
  payment: () => paths.payments(),
  plan: (id) => paths.plans.page(id),
  publisher: (id) => paths.publishers.page(id),
  target: (id) => paths.targets.page(id),
  agent: (id) => paths.agents.page(id),
  "agent-group": (id) => paths.agentGroups.page(id),
  "target-group": (id) => paths.targetGroups.page(id),
  user: paths.settings.users,
  "value-list": () => paths.valueLists(),
};

/** What was changed, as it was called then, and a link to it where it has a page. */
export const AuditObject = ({ entry }: { entry: AuditEntry }) => {
  const toPage = pages[entry.noun];
  const name = toObjectName(entry);
  if (toPage === undefined) return name;
  return (
    <Link
      href={toPage(entry.nounId)}
      className="font-medium text-accent-text underline-offset-4 hover:underline"
    >
      {name}
    </Link>
  );
};
