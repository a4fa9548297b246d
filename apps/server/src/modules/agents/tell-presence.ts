import { type Mark, toAvailableMark, toAwayMark } from "@ccp/engine";
import type { Capacity } from "#live/capacity/capacity.ts";
import type { Said } from "./presence.store.ts";

/**
 * Has decisions go by what people said of agents. Told again, or in another order, it comes to the same: of each agent
 * the latest word counts.
 */
export const tellPresence = (
  capacity: Pick<Capacity, "note">,
  accountId: string,
  said: readonly Said[],
): Promise<void> => {
  const marks = new Map<Mark, number>(
    said.map(({ agentId, presence, at }) => [
      presence === "available" ? toAvailableMark(agentId) : toAwayMark(agentId),
      at,
    ]),
  );
  return capacity.note(accountId, { counts: new Map(), marks }, []);
};
