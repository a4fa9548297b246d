import { Hash } from "lucide-react";
import { expect, test } from "vitest";
import { filterEntries, readTyped } from "./entries.ts";

const entry = (text: string, note?: string) => ({
  id: text,
  text,
  icon: Hash,
  run: () => undefined,
  ...(note !== undefined && { note }),
});

const entries = [entry("New campaign"), entry("Campaigns", "Traffic"), entry("Audit log", "Settings")];

const find = (text: string): string[] => filterEntries(entries, text).map((found) => found.text);

test("what begins with the text comes before what merely contains it", () => {
  expect(find("camp")).toEqual(["Campaigns", "New campaign"]);
});

test("every word counts, in any order, the group's name too", () => {
  expect(find("log audit")).toEqual(["Audit log"]);
  expect(find("traffic")).toEqual(["Campaigns"]);
  expect(find("log campaign")).toEqual([]);
});

test("nothing typed is everything", () => {
  expect(find("")).toHaveLength(3);
});

test("a leading > asks for actions alone", () => {
  expect(readTyped("> dark")).toEqual({ text: "dark", isActionsOnly: true });
  expect(readTyped(" dark ")).toEqual({ text: "dark", isActionsOnly: false });
});
