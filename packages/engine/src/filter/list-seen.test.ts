import { expect, test } from "vitest";
import { aFilter } from "#testing/filters.ts";
import { arrivedFact } from "#testing/stage.ts";
import { createCallTags } from "./call-tags.ts";
import { listSeen } from "./list-seen.ts";

const callFrom = (state: string | null) =>
  createCallTags(
    // An area code that is nowhere: no state is guessed from it.
    arrivedFact({ from: "+18005550142", place: { city: null, state, zip: null, country: null } }),
    0,
  );

const calls = ["CA", "NV", "NV", null].map(callFrom);

test("values that calls had come by their number, and wanted ones that none had are named", () => {
  const asked = aFilter([
    { tag: "InboundNumber:State", operator: "equals-any", values: ["nv", "OR"] },
    { tag: "InboundNumber:State", operator: "equals-any", values: ["nv"], matchCase: true },
    { tag: "InboundNumber:State", operator: "contains", value: "X" },
    { tag: "InboundNumber:City", operator: "equals", value: "Reno" },
  ]);
  expect(listSeen(asked, calls).map(({ seen, unseen }) => [seen, unseen])).toEqual([
    [["NV", "CA"], ["OR"]],
    [["NV", "CA"], ["nv"]],
    [["NV", "CA"], []],
    [[], ["Reno"]],
  ]);
});

test("of what a clock shows nothing is unseen", () => {
  const asked = aFilter([{ tag: "Time:Hour", operator: "equals", value: "5" }]);
  expect(listSeen(asked, calls)).toEqual([{ block: 0, condition: 0, seen: ["0"], unseen: [] }]);
});
