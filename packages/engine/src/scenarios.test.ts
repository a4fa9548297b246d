import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { capsScenario, playCaps } from "#testing/caps-scenario.ts";
import { filtersScenario, playFilters } from "#testing/filters-scenario.ts";
import { geoScenario, playGeo } from "#testing/geo-scenario.ts";
import { hoursScenario, playHours } from "#testing/hours-scenario.ts";
import { playScenario } from "#testing/play-scenario.ts";
import { scenario } from "#testing/scenario.ts";

const listScenarios = (folder: string): { name: string; text: string }[] => {
  const path = fileURLToPath(new URL(`../scenarios/${folder}`, import.meta.url));
  return readdirSync(path).map((file) => ({
    name: `${folder}: ${file.replace(".json", "").replaceAll("-", " ")}`,
    text: readFileSync(`${path}/${file}`, "utf8"),
  }));
};

const stories = [
  "exemplary",
  "edge",
  "agents",
  "balance",
  "revenue",
  "screen",
  "strategies",
  "recovery",
  "connecting",
  "terms",
  "payout-rules",
  "unpaid",
  "owners",
  "repeat",
];

for (const { name, text } of stories.flatMap(listScenarios)) {
  test(name, () => {
    const told = scenario.parse(JSON.parse(text));
    const { actual, inWords } = playScenario(told);
    expect(actual, inWords).toMatchObject(told.expect);
  });
}

for (const { name, text } of listScenarios("hours")) {
  test(name, () => {
    const told = hoursScenario.parse(JSON.parse(text));
    expect(playHours(told)).toEqual(told.expect);
  });
}

for (const { name, text } of listScenarios("geo")) {
  test(name, () => {
    const told = geoScenario.parse(JSON.parse(text));
    expect(playGeo(told)).toEqual(told.expect);
  });
}

for (const { name, text } of listScenarios("caps")) {
  test(name, () => {
    const told = capsScenario.parse(JSON.parse(text));
    expect(playCaps(told)).toEqual(told.expect);
  });
}

for (const { name, text } of listScenarios("filters")) {
  test(name, () => {
    const told = filtersScenario.parse(JSON.parse(text));
    expect(playFilters(told)).toEqual(told.calls.map(({ expect: expected }) => expected));
  });
}
