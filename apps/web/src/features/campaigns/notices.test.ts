import { expect, test } from "vitest";
import { listNotices } from "./notices.ts";
import type { Standing } from "#components/plan/standing.ts";

const campaign = { status: "active", numberCount: 2, fallbackTarget: null } as const;

const standing = (kind: Standing["kind"]): Standing => ({ kind, tone: "none", text: "", detail: null });

const tell = (of: Parameters<typeof listNotices>[0], ...kinds: Standing["kind"][]): string[] =>
  listNotices(of, kinds.map(standing)).map(({ text }) => text);

test("one open target is enough", () => {
  expect(tell(campaign, "off", "closed", "open")).toEqual([]);
});

test("without a target, and with none in service or none open, it says what callers meet", () => {
  expect(tell(campaign)).toEqual(["No target is listed, so every caller hears the apology."]);
  expect(tell(campaign, "off", "buyer-paused")).toEqual([
    "None of its 2 targets is turned on and active, so every caller hears the apology.",
  ]);
  expect(tell(campaign, "closed", "full", "off")).toEqual([
    "None of its 3 targets takes calls right now, so every caller hears the apology.",
  ]);
  expect(tell(campaign, "full")).toEqual([
    "Its one target takes no calls right now, so every caller hears the apology.",
  ]);
});

test("a fallback is named, and a missing number told beside it", () => {
  const fallbackTarget = { id: "0d4f6f4e-6f0a-4c7b-9d6b-0a6f3f5b7c11", name: "Night desk" };
  expect(tell({ ...campaign, fallbackTarget, numberCount: 0 })).toEqual([
    "No target is listed, so every call goes to Night desk.",
    "No number leads here, so no call can come in.",
  ]);
});

test("an archived campaign needs nothing", () => {
  expect(tell({ ...campaign, status: "archived", numberCount: 0 })).toEqual([]);
});
