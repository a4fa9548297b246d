import type { CellNoun } from "@ccp/contract";
import { paths } from "#paths.ts";

/** The page of a noun; null where it has none. */
export const toNounPath = (noun: CellNoun, id: string | number): string | null => {
  switch (noun) {
    case "campaign":
      return paths.campaigns.page(id);
    case "publisher":
      return paths.publishers.page(id);
    case "buyer":
      return paths.buyers.page(id);
    case "target":
      return paths.targets.page(id);
    case "target-group":
      return paths.targetGroups.page(id);
    case "agent":
      return paths.agents.page(id);
    case "agent-group":
      return paths.agentGroups.page(id);
    case "plan":
      return paths.plans.page(id);
    case "number":
      return paths.numbers.page(id);
    case "call":
      return paths.call(String(id));
    case "user":
      return null;
  }
};
