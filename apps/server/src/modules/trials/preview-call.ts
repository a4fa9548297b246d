import type { TestDecision } from "@ccp/contract";
import { type Attestation, isE164, readCaller, toStirVerstat } from "@ccp/engine";
import { AppError, invalidField, notFound } from "#http/app-error.ts";
import type { AtNow } from "#http/verb.ts";
import { withAccount } from "#db/transaction.ts";
import type { Asked, Previewed } from "#live/preview.ts";
import type { SnapshotEntry } from "#live/snapshot/snapshot.ts";
import { requireReferences } from "#modules/numbers/require-references.ts";
import { parsePhone } from "#modules/numbers/parse-phone.ts";
import { getDraftCampaign } from "./get-draft-campaign.ts";
import type { Preview } from "./preview.ts";

/** What every question about a call says of it. */
type AskedCall = Pick<TestDecision, "city" | "state" | "zip" | "country" | "at"> & {
  attestation: Attestation | null;
};

/** A withheld number stays the word that it came as. */
export const toFrom = (text: string): string =>
  readCaller(text).kind === "anonymous" && !isE164(text) ? text : parsePhone(text, "body.from");

export const toAskedCall = ({ city, state, zip, country, attestation, at }: AskedCall, now: number) => ({
  place: { city, state, zip, country },
  stirVerstat: toStirVerstat(attestation ?? "none"),
  at: at === null ? now : Date.parse(at),
});

/** The live path has no book of the account yet. */
export const unavailable = (): AppError =>
  new AppError("unavailable", "Calls of this account are not routed yet; try again in a moment.");

const requireOwnNumber = (
  { book }: SnapshotEntry,
  { numberId, campaignId }: { numberId: number | null; campaignId: string },
): void => {
  if (numberId === null) return;
  const number = Object.values(book.numbers).find(({ id }) => id === numberId);
  if (number?.campaignId !== campaignId) {
    throw invalidField("body.numberId", "No number of this campaign has this id.");
  }
};

/** What calls of the campaign would be routed by, where that is not what they are routed by. */
type Instead = Pick<Asked, "campaign" | "lists">;

const toAsked =
  (
    { id, from, numberId, publisherId, seed, ...call }: { id: string } & Omit<TestDecision, "draft">,
    { now, instead }: { now: number; instead: Instead | undefined },
  ) =>
  (entry: SnapshotEntry): Asked => {
    const { campaigns } = entry.book;
    const campaign = Object.hasOwn(campaigns, id) ? campaigns[id] : undefined;
    if (campaign === undefined) throw notFound("campaign");
    requireOwnNumber(entry, { numberId, campaignId: id });
    const asked = { from: toFrom(from), numberId, publisherId, seed, ...toAskedCall(call, now) };
    return { campaign, ...instead, ...asked };
  };

/** The decision that a campaign's call would get, from what calls are routed by at this moment or from a draft. */
export const previewCall = async ({
  pools,
  preview,
  ctx,
  input,
  now,
}: AtNow<{ id: string } & TestDecision> & { preview: Preview }): Promise<Previewed> => {
  const { draft, ...asked } = input;
  const { id, publisherId } = asked;
  const instead = draft ? await getDraftCampaign({ pools, ctx, input: { id } }) : undefined;
  const previewed = await preview(ctx.accountId, toAsked(asked, { now, instead }));
  if (previewed === undefined) throw unavailable();
  await withAccount(pools.app, ctx.accountId, (tx) => requireReferences(tx, [{ publisherId, path: "body" }]));
  return previewed;
};
