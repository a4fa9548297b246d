import type { ListedAgent } from "@ccp/contract";
import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { agents } from "#db/schema/agents.ts";
import { describeDestinationBar } from "#modules/numbers/find-destination-bar.ts";

/** What a list of a plan's or a group's agents selects of each; with it goes `itsAccount`. */
export const listedAgentColumns = {
  id: agents.id,
  name: agents.name,
  status: agents.status,
  skills: agents.skills,
  callsAtOnce: agents.callsAtOnce,
  wrapUpSeconds: agents.wrapUpSeconds,
  destinationKind: agents.destinationKind,
  destination: agents.destination,
  dialCountries: accounts.dialCountries,
  highRiskPrefixes: accounts.highRiskPrefixes,
};

export const itsAccount = eq(accounts.accountId, agents.accountId);

type OfAccount = "dialCountries" | "highRiskPrefixes";

type Row = Pick<typeof agents.$inferSelect, Exclude<keyof typeof listedAgentColumns, OfAccount>> &
  Pick<typeof accounts.$inferSelect, OfAccount>;

export const toListedAgent = (row: Row): ListedAgent => ({
  id: row.id,
  name: row.name,
  status: row.status,
  skills: row.skills,
  callsAtOnce: row.callsAtOnce,
  wrapUpSeconds: row.wrapUpSeconds,
  barred: describeDestinationBar({ kind: row.destinationKind, address: row.destination }, row),
});
