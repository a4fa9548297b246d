import { afterAll, beforeAll, expect, test } from "vitest";
import { findFault, findOrphans, findUncovered, findUnplayed } from "#list/find-faults.ts";
import { listSettings } from "#list/list-settings.ts";
import { playAll, type Results } from "#list/play-all.ts";
import { toScenarios } from "#scenarios/to-scenarios.ts";
import { openLand } from "#world/open-land.ts";

const settings = listSettings();
const land = await openLand();
const scenarios = Object.fromEntries(
  Object.entries(toScenarios(land)).filter(([p]) => new RegExp(process.env["ONLY"] ?? "").test(p)),
);

/** One in so many is played twice, others with each seed; `npm run prove settings` plays them all twice. */
const twiceEach = Number(process.env["CCP_TWICE_EACH"] ?? 4);
const seed = Number(process.env["CCP_SEED"] ?? 1);
const twice = new Set(Object.keys(scenarios).filter((_, index) => (index + seed) % twiceEach === 0));

let results: Results;

beforeAll(async () => {
  results = await playAll(land, scenarios, { isPlayedTwice: (path) => twice.has(path) });
});

afterAll(() => land.close());

test("every setting of the contract has a scenario in which it acts", () => {
  expect(findUncovered(settings, scenarios)).toEqual([]);
});

test("every scenario is of a setting that the contract has", () => {
  expect(findOrphans(settings, scenarios)).toEqual([]);
});

test("every value and operator that is offered is played", () => {
  expect(findUnplayed(settings, scenarios)).toEqual([]);
});

test.each(Object.keys(scenarios))("%s acts", (path) => {
  const result = results.get(path);
  if (result === undefined || result instanceof Error) throw result ?? new Error("It was not played.");
  const fault = findFault(result);
  expect(fault, fault).toBeUndefined();
});

test("nothing went wrong unseen", () => {
  expect(land.world.errors.slice(0, 5)).toEqual([]);
  expect(land.world.simulator.faults.slice(0, 5)).toEqual([]);
});
