import type { CallSummary } from "@ccp/contract";
import { formatPhone } from "#lib/format-phone.ts";

/** A call as it is called in a sentence or to a screen reader. */
export const toCallName = ({ caller, campaign }: CallSummary): string =>
  `Call from ${formatPhone(caller)}${campaign === null ? "" : ` to ${campaign.name}`}`;
