import type { CampaignBook, PlanRow } from "#book.ts";
import type { Caps } from "./cap.ts";

/** Who has caps. A publisher's are on its payout. */
export const capScopes = ["target", "target-group", "buyer", "campaign", "publisher"] as const;

export type CapScope = (typeof capScopes)[number];

/** Who has caps, by the name that people know. */
export type CapOwner = { scope: CapScope; id: string; name: string };

const ownerWords = {
  target: "target",
  "target-group": "group",
  buyer: "buyer",
  campaign: "campaign",
  publisher: "publisher",
} as const satisfies Record<CapScope, string>;

/** Whose a cap or limit is, within a sentence about a target: "its group, Nights,". */
export const toOwnerText = ({ scope, name }: Pick<CapOwner, "scope" | "name">): string =>
  `its ${ownerWords[scope]}, ${name},`;

export type OwnedCaps = { owner: CapOwner; caps: Caps };

const none: readonly OwnedCaps[] = [];

const findGroup = ({ groups }: CampaignBook, { group }: PlanRow) =>
  group === undefined ? undefined : groups?.[group];

const ofTarget = ({ targetId, targetName, caps }: PlanRow): OwnedCaps[] =>
  caps === undefined ? [] : [{ owner: { scope: "target", id: targetId, name: targetName }, caps }];

const ofBuyer = ({ buyerId, buyerName, buyerCaps: caps }: PlanRow): OwnedCaps[] =>
  caps === undefined ? [] : [{ owner: { scope: "buyer", id: String(buyerId), name: buyerName }, caps }];

/** A target's own caps, then its buyer's: those that it stands under in whatever plan. */
export const listOwnCaps = (row: PlanRow): readonly OwnedCaps[] => [...ofTarget(row), ...ofBuyer(row)];

const hasCaps = (campaign: CampaignBook, row: PlanRow): boolean =>
  campaign.caps !== undefined ||
  row.caps !== undefined ||
  row.buyerCaps !== undefined ||
  findGroup(campaign, row)?.caps !== undefined;

/**
 * The caps that a row is judged by, in this order: its target's, its group's, its buyer's, its campaign's. Those of the
 * campaign are on what its rows take, and the fallback is no row.
 */
export const listRowCaps = (
  campaign: CampaignBook,
  row: PlanRow,
  isFallback: boolean,
): readonly OwnedCaps[] => {
  if (!hasCaps(campaign, row)) return none;
  const owned = ofTarget(row);
  const group = findGroup(campaign, row);
  if (group?.caps !== undefined) {
    owned.push({ owner: { scope: "target-group", id: group.id, name: group.name }, caps: group.caps });
  }
  owned.push(...ofBuyer(row));
  const { id, name, caps } = campaign;
  if (caps !== undefined && !isFallback) owned.push({ owner: { scope: "campaign", id, name }, caps });
  return owned;
};

/** Of each row of the campaign in plan order, then of its fallback if there is one; undefined when nobody has caps. */
export const listCampaignCaps = (campaign: CampaignBook): readonly (readonly OwnedCaps[])[] | undefined => {
  const { rows, fallback } = campaign;
  const owned = rows.map((row) => listRowCaps(campaign, row, false));
  if (fallback !== null) owned.push(listRowCaps(campaign, fallback, true));
  return owned.some((each) => each.length > 0) ? owned : undefined;
};
