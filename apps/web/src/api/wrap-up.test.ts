import type { AgentStatusShown } from "@ccp/contract";
import { expect, test } from "vitest";
import { toPresent } from "./wrap-up.ts";

const wrappingUp: AgentStatusShown = {
  agentId: "a1",
  status: "wrap-up",
  until: "2026-01-05T12:00:30.000Z",
  presence: "available",
  presenceSince: "2026-01-05T09:00:00.000Z",
  inUse: 0,
  callsAtOnce: 1,
};

test("a wrap-up is over at its moment and not before, and nothing else changes by itself", () => {
  expect(toPresent(wrappingUp, Date.parse("2026-01-05T12:00:29.999Z"))).toBe(wrappingUp);
  expect(toPresent(wrappingUp, Date.parse("2026-01-05T12:00:30.000Z"))).toEqual({
    ...wrappingUp,
    status: "available",
    until: null,
  });
  const away = { ...wrappingUp, status: "away" as const, until: null };
  expect(toPresent(away, Date.parse("2030-01-01T00:00:00Z"))).toBe(away);
});
