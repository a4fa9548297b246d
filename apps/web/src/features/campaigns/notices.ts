import type { Campaign } from "@ccp/contract";
import type { Standing } from "#components/plan/standing.ts";

/** Something that keeps calls from being answered, and the tab where that can be changed. */
export type Notice = { text: string; tab: "routing" | "numbers"; action: string };

type Routed = Pick<Campaign, "status" | "numberCount" | "fallbackTarget">;

const toOutcome = ({ fallbackTarget }: Routed): string =>
  fallbackTarget === null ? "every caller hears the apology" : `every call goes to ${fallbackTarget.name}`;

const toTargets = (count: number): string =>
  count === 1 ? "Its one target" : `None of its ${count} targets`;

const isInService = ({ kind }: Standing): boolean =>
  kind !== "off" && kind !== "target-paused" && kind !== "buyer-paused";

const findRoutingNotice = (campaign: Routed, standings: readonly Standing[]): string | null => {
  const outcome = toOutcome(campaign);
  const count = standings.length;
  if (count === 0) return `No target is listed, so ${outcome}.`;
  if (standings.some(({ kind }) => kind === "open")) return null;
  const subject = toTargets(count);
  const verb = (one: string, none: string): string => (count === 1 ? one : none);
  if (!standings.some(isInService)) {
    return `${subject} is ${verb("turned off or paused", "turned on and active")}, so ${outcome}.`;
  }
  return `${subject} ${verb("takes no calls", "takes calls")} right now, so ${outcome}.`;
};

/** What an operator has to know before wondering where the calls are; nothing of an archived campaign. */
export const listNotices = (campaign: Routed, standings: readonly Standing[]): Notice[] => {
  if (campaign.status === "archived") return [];
  const routing = findRoutingNotice(campaign, standings);
  return [
    ...(routing === null ? [] : [{ text: routing, tab: "routing", action: "Open routing" } as const]),
    ...(campaign.numberCount === 0
      ? [
          {
            text: "No number leads here, so no call can come in.",
            tab: "numbers",
            action: "Assign a number",
          } as const,
        ]
      : []),
  ];
};
