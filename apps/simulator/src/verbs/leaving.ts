import { resolveEndpoint } from "./attributes.ts";
import type { PlayVerb } from "#calls/session.ts";

export const playRedirect: PlayVerb = async (session, { text, attributes }) => ({
  kind: "go",
  question: {
    endpoint: resolveEndpoint(session, text, attributes["method"]),
    purpose: "redirect",
    params: {},
  },
});

export const playHangup: PlayVerb = async () => ({ kind: "end", how: "hung-up" });

/** Ends a leg that was not answered, without answering it; an answered one is hung up. */
export const playReject: PlayVerb = async ({ leg }, { attributes }) => {
  if (leg.answeredAt !== undefined) return { kind: "end", how: "hung-up" };
  return { kind: "end", how: attributes["reason"] === "busy" ? "busy" : "rejected" };
};
