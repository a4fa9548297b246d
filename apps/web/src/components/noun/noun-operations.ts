import type { ConfigurationNoun } from "@ccp/contract";
import { client } from "#api/client.ts";

export type Id = string | number;

export type StatusItem = { id: Id; status: "active" | "paused" };

/** One noun among others: what is needed to change it and to say which one it is. */
export type NounRow = { id: Id; name: string; status: "active" | "paused" | "archived" };

const withTexts = (items: readonly StatusItem[]) =>
  items.map(({ id, status }) => ({ id: String(id), patch: { status } }));

const withCounts = (items: readonly StatusItem[]) =>
  items.map(({ id, status }) => ({ id: Number(id), patch: { status } }));

/** Pauses and resumes several nouns of a kind: all or none. */
export const setStatuses: Record<ConfigurationNoun, (items: readonly StatusItem[]) => Promise<unknown>> = {
  campaign: (items) => client.updateCampaigns({ body: { items: withTexts(items) } }),
  publisher: (items) => client.updatePublishers({ body: { items: withTexts(items) } }),
  target: (items) => client.updateTargets({ body: { items: withTexts(items) } }),
  agent: (items) => client.updateAgents({ body: { items: withTexts(items) } }),
  "agent-group": (items) => client.updateAgentGroups({ body: { items: withTexts(items) } }),
  "target-group": (items) => client.updateTargetGroups({ body: { items: withTexts(items) } }),
  // A plan is in service or archived, and so is never paused.
  plan: (items) =>
    client.updatePlans({
      body: { items: items.map(({ id }) => ({ id: String(id), patch: { status: "active" } })) },
    }),
  buyer: (items) => client.updateBuyers({ body: { items: withCounts(items) } }),
  number: (items) => client.updateNumbers({ body: { items: withCounts(items) } }),
};

/** What goes away by archiving; a number is taken out instead. */
export type ArchivedNoun = Exclude<ConfigurationNoun, "number">;

/** Archives several nouns of a kind: all or none. */
export const archiveNouns: Record<ArchivedNoun, (ids: readonly Id[]) => Promise<unknown>> = {
  campaign: (ids) => client.archiveCampaigns({ body: { ids: ids.map(String) } }),
  publisher: (ids) => client.archivePublishers({ body: { ids: ids.map(String) } }),
  target: (ids) => client.archiveTargets({ body: { ids: ids.map(String) } }),
  agent: (ids) => client.archiveAgents({ body: { ids: ids.map(String) } }),
  "agent-group": (ids) => client.archiveAgentGroups({ body: { ids: ids.map(String) } }),
  "target-group": (ids) => client.archiveTargetGroups({ body: { ids: ids.map(String) } }),
  plan: (ids) => client.archivePlans({ body: { ids: ids.map(String) } }),
  buyer: (ids) => client.archiveBuyers({ body: { ids: ids.map(Number) } }),
};

/** What is paused and resumed; a plan is not. */
export const isPausable = (noun: ConfigurationNoun): boolean => noun !== "plan";

/** What a noun is called in a sentence. */
export const toNounWord = (noun: ConfigurationNoun): string =>
  noun.replace("target-group", "group").replace("-", " ");

/** "Acme Dental" for one, "3 buyers" for several. */
export const toSubject = (noun: ConfigurationNoun, rows: readonly { name: string }[]): string =>
  rows.length === 1 ? (rows[0]?.name ?? noun) : `${rows.length} ${toNounWord(noun)}s`;
