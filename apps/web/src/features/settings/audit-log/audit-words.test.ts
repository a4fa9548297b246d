import type { AuditEntry } from "@ccp/contract";
import { expect, test } from "vitest";
import { toActorName, toEntryText } from "./audit-words.ts";

const entry: AuditEntry = {
  id: 1,
  at: "2026-11-23T12:00:00Z",
  actor: { kind: "user", id: "3", name: "Ana Ortiz" },
  action: "update",
  noun: "campaign",
  nounId: "7",
  nounName: "Dental",
  before: null,
  after: null,
  requestId: null,
};

test("an entry is told in one sentence", () => {
  expect(toEntryText(entry)).toBe("Changed campaign Dental, by Ana Ortiz");
});

test("of a session nothing is told but what was done", () => {
  expect(toEntryText({ ...entry, action: "sign-in", noun: "session", nounName: null })).toBe(
    "Signed in, by Ana Ortiz",
  );
});

test("an action that nobody gave words is told in its own", () => {
  expect(toEntryText({ ...entry, action: "set-hours" })).toBe("Set hours campaign Dental, by Ana Ortiz");
});

test("who is gone is not left nameless", () => {
  expect(toActorName({ ...entry, actor: { kind: "user", id: "9", name: null } })).toBe("A former user");
  expect(toActorName({ ...entry, actor: { kind: "system", id: "", name: null } })).toBe("The server");
});
