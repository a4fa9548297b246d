import type { CampaignBook } from "#book.ts";
import {
  strategyOfLevel,
  strategyOfRow,
  toEndedMark,
  toGroupMark,
  toOfferedMark,
  toTurnMark,
  type Mark,
  type Recency,
} from "./recency.ts";
import { takesTurns } from "./strategy.ts";

/** A mark for each row or group, null where its strategy does not ask for one. */
type Asking = readonly (Mark | null)[];

/** What the strategies of one campaign compare; made once, for reading costs no more than the reading then. */
export type Asked = {
  /** The marks to be read, in this order. */
  marks: readonly Mark[];
  /** Whether the calls in progress of each row's target are compared, in plan order. */
  comparesCalls: readonly boolean[];
  /** What was read, in the order of `marks`, as a decision keeps it. */
  toRecency(stamp: number, read: readonly number[]): Recency;
};

const isAsked = (asking: Asking): boolean => asking.some((mark) => mark !== null);

/** Says what must be read before a decision of the campaign. */
export const compileAsked = (campaign: CampaignBook): Asked => {
  const { rows, groups = [] } = campaign;
  const compares = rows.map((row) => {
    const strategies = [strategyOfRow(campaign, row), strategyOfLevel(campaign, row.priority)];
    return {
      calls: strategies.includes("pool") || strategies.includes("longest-idle"),
      idle: strategies.includes("longest-idle"),
    };
  });
  const lists: [Exclude<keyof Recency, "stamp">, Asking][] = [
    [
      "turns",
      rows.map((row) => (takesTurns(strategyOfRow(campaign, row)) ? toTurnMark(campaign, row) : null)),
    ],
    [
      "groupTurns",
      groups.map(({ priority }, group) =>
        takesTurns(strategyOfLevel(campaign, priority)) ? toGroupMark(campaign, group) : null,
      ),
    ],
    ["offered", rows.map(({ targetId }, row) => (compares[row]?.calls ? toOfferedMark(targetId) : null))],
    ["ended", rows.map(({ targetId }, row) => (compares[row]?.idle ? toEndedMark(targetId) : null))],
  ];
  const asked = lists.filter(([, asking]) => isAsked(asking));
  return {
    marks: asked.flatMap(([, asking]) => asking.filter((mark) => mark !== null)),
    comparesCalls: compares.map(({ calls }) => calls),
    toRecency: (stamp, read) => {
      let place = 0;
      const recency: Recency = { stamp };
      for (const [name, asking] of asked) {
        recency[name] = asking.map((mark) => (mark === null ? 0 : (read[place++] ?? 0)));
      }
      return recency;
    },
  };
};
