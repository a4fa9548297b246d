import type { Context } from "#http/context.ts";

/** The product itself, acting for an account at its start. */
export const toSystemContext = (accountId: string): Context => ({
  accountId,
  actor: { kind: "system", id: "start" },
  role: "owner",
  requestId: null,
});
