import { isAllowed, type Role } from "@ccp/contract";
import type { CampaignBook, Destination, PlanRow } from "@ccp/engine";

/** A destination by which nobody can be reached and two can be told apart. */
const shorten = ({ kind, address }: Destination): Destination =>
  kind === "phone" ? { kind, address: `…${address.slice(-4)}` } : { kind, address: "sip:…" };

const toShown = (row: PlanRow): PlanRow => ({ ...row, destination: shorten(row.destination) });

/** The campaign as the reader's role may see it: who may not change destinations gets them shortened. */
export const toShownCampaign = (campaign: CampaignBook, role: Role): CampaignBook => {
  if (isAllowed(role, "write")) return campaign;
  const { rows, fallback } = campaign;
  return { ...campaign, rows: rows.map(toShown), fallback: fallback && toShown(fallback) };
};
