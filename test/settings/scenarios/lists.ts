import { api } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import type { Library } from "#world/open-library.ts";
import { type Parameter, toListScenarios, toReadingScenarios } from "./reading.ts";

/** Any of, none of, and any of two. */
const toFilter = (one: string, two: string): Parameter => ({ values: [one, `!${one}`, `${one},${two}`] });

const ofStatus = toFilter("active", "paused");

type Sorted =
  | "listCampaigns"
  | "listPublishers"
  | "listBuyers"
  | "listTargets"
  | "listTargetGroups"
  | "listAgents"
  | "listAgentGroups"
  | "listPlans"
  | "listNumbers"
  | "listBlockedCallers"
  | "listValueLists";

const toSort = (list: Sorted) => ({
  values: api[list].query.shape.sort.unwrap().options,
});

const common = { status: ofStatus, search: { values: ["Aspen", "Elm"] } };

const audit: Record<string, Parameter> = {
  actor: toFilter("system", "user"),
  action: toFilter("update", "create"),
  noun: toFilter("buyer", "target"),
  nounId: { values: ["{campaign0}", "{campaign1}"] },
  from: { values: ["2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"] },
  to: { values: ["2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z"] },
  search: { values: ["Aspen", "Elm"] },
};

/** The lists of nouns, each as a table and as a file. */
export const listScenarios = (library: () => Promise<Library>): Scenarios => ({
  ...toListScenarios(
    library,
    { list: "listCampaigns", file: "exportCampaigns" },
    {
      ...common,
      sort: toSort("listCampaigns"),
      vertical: toFilter("legal", "education"),
      planId: toFilter("{plan0}", "{plan1}"),
    },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listPublishers", file: "exportPublishers" },
    { ...common, sort: toSort("listPublishers") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listBuyers", file: "exportBuyers" },
    { ...common, sort: toSort("listBuyers") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listTargets", file: "exportTargets" },
    { ...common, sort: toSort("listTargets"), buyerId: toFilter("{buyer0}", "{buyer1}") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listTargetGroups", file: "exportTargetGroups" },
    { ...common, sort: toSort("listTargetGroups"), strategy: toFilter("pool", "weighted") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listAgents", file: "exportAgents" },
    {
      ...common,
      sort: toSort("listAgents"),
      skill: toFilter("Pear", "Plum"),
      userId: toFilter("{user0}", "{user1}"),
    },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listAgentGroups", file: "exportAgentGroups" },
    { ...common, sort: toSort("listAgentGroups") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listPlans", file: "exportPlans" },
    { ...common, status: toFilter("active", "archived"), sort: toSort("listPlans") },
    ["name,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listNumbers", file: "exportNumbers" },
    {
      status: ofStatus,
      search: { values: ["{digits0}", "Kiwi"] },
      sort: toSort("listNumbers"),
      campaignId: toFilter("{campaign0}", "{campaign1}"),
      publisherId: toFilter("{publisher1}", "{publisher2}"),
      carrierAccountId: toFilter("{simulated}", "{elsewhere}"),
      isAssigned: { values: ["true", "false"] },
    },
    ["number,status", "status"],
  ),
  ...toListScenarios(
    library,
    { list: "listBlockedCallers", file: "exportBlockedCallers" },
    {
      search: { values: ["(303) 555", "Kiwi"] },
      sort: toSort("listBlockedCallers"),
      kind: toFilter("number", "prefix"),
      campaignId: toFilter("{campaign1}", "{campaign2}"),
      isExpired: { values: ["true", "false"] },
    },
    ["caller,kind", "kind"],
  ),
  ...toListScenarios(
    library,
    { list: "listValueLists", file: "exportValueLists" },
    {
      status: toFilter("active", "archived"),
      search: { values: ["Aspen", "Elm"] },
      sort: toSort("listValueLists"),
    },
    ["name,valueCount", "valueCount"],
  ),
  ...toListScenarios(library, { list: "listAudit", file: "exportAudit" }, audit, ["action", "noun"]),
  ...toListScenarios(library, { list: "listApiKeys" }, {}),
  ...toListScenarios(library, { list: "listUsers" }, {}),
  ...toListScenarios(library, { list: "listCarrierAccounts" }, {}),
  ...toListScenarios(
    library,
    { list: "listQuarantinedEvents" },
    { isReplayed: { values: ["false", "true"] } },
  ),
  ...toReadingScenarios(library, "search", { q: { values: ["Aspen", "Elm"] } }, (answer) => answer),
});
