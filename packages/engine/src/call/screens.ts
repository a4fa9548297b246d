import type { Block } from "#block/blocked-caller.ts";
import type { CampaignBook } from "#book.ts";
import type { Recall } from "#duplicate/recall.ts";
import { checkTooSoon, toAnonymousRule, type TooSoon } from "#duplicate/screen-repeat.ts";
import { checkAttestation, isAccepted, type AttestationCheck } from "#screen/attestation.ts";
import type { Choice, EndReason } from "./event.ts";
import type { CallState } from "./state.ts";

/** What a call is screened by before any target is looked at; `at` is epoch ms. */
type Screened = {
  state: CallState;
  campaign: CampaignBook | null;
  trigger: { kind: string };
  block: Block | null;
  at: number;
  recall?: Recall | undefined;
};

/** Like a block, the demand is asked when the call arrives and not again: one that is made meanwhile ends no call. */
const findAttestation = ({ state, campaign, trigger }: Screened): AttestationCheck | null =>
  trigger.kind === "arrived" && typeof state.arrived?.campaignId === "string"
    ? checkAttestation(state.arrived.stirVerstat, campaign?.attestations)
    : null;

/** For the same reason a caller is too soon only when the call arrives. */
const findTooSoon = ({ campaign, trigger, state: { arrived }, at }: Screened): TooSoon | null =>
  trigger.kind === "arrived" && campaign !== null ? checkTooSoon(campaign, arrived?.recall, at) : null;

/** Why a call is kept from every target for how it came; undefined where it is not. */
export const findScreened = (
  input: Screened,
  campaign: CampaignBook,
  from: string,
): EndReason | undefined => {
  if (input.block !== null) return "caller-blocked";
  const attestation = findAttestation(input);
  if (attestation !== null && !isAccepted(attestation)) return "attestation-refused";
  if (findTooSoon(input) !== null) return "called-too-soon";
  const isRefused = input.trigger.kind === "arrived" && toAnonymousRule(campaign, from) === "refuse";
  return isRefused ? "caller-anonymous" : undefined;
};

/** What it was told of the call and its caller. */
export const toScreensRead = (input: Screened, choice: Choice) => {
  const { block, recall } = input;
  const attestation = findAttestation(input);
  const isTooSoon = choice.kind === "apologise" && choice.reason === "called-too-soon";
  const tooSoon = isTooSoon ? findTooSoon(input) : null;
  return {
    ...(block !== null && { block }),
    ...(attestation !== null && { attestation }),
    ...(recall !== undefined && { recall }),
    ...(tooSoon !== null && { tooSoon }),
  };
};
