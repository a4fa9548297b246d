import type { CellNoun, SearchHit } from "@ccp/contract";
import { paths } from "#paths.ts";

type Linked = CellNoun | SearchHit["kind"];

const pages: Record<Linked, ((id: string | number) => string) | null> = {
  campaign: paths.campaigns.page,
  publisher: paths.publishers.page,
  buyer: paths.buyers.page,
  target: paths.targets.page,
  "target-group": paths.targetGroups.page,
  "value-list": paths.valueList,
  agent: paths.agents.page,
  "agent-group": paths.agentGroups.page,
  plan: paths.plans.page,
  number: paths.numbers.page,
  call: (id) => paths.call(String(id)),
  user: null,
};

/** The page of a noun; null where it has none. */
export const toNounPath = (noun: Linked, id: string | number): string | null => pages[noun]?.(id) ?? null;
