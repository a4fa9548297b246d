import type { AgentStatusShown } from "@ccp/contract";

/** How an agent stands at a later moment than it was asked about (epoch ms): a wrap-up ends by itself. */
export const toPresent = (shown: AgentStatusShown, at: number): AgentStatusShown =>
  shown.until !== null && Date.parse(shown.until) <= at
    ? { ...shown, status: "available", until: null }
    : shown;
