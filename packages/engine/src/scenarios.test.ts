import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { playScenario, scenario } from "#testing/scenario.ts";

for (const folder of ["exemplary", "edge"]) {
  const path = fileURLToPath(new URL(`../scenarios/${folder}`, import.meta.url));
  for (const file of readdirSync(path)) {
    test(`${folder}: ${file.replace(".json", "").replaceAll("-", " ")}`, () => {
      const told = scenario.parse(JSON.parse(readFileSync(`${path}/${file}`, "utf8")));
      const { actual, inWords } = playScenario(told);
      expect(actual, inWords).toMatchObject(told.expect);
    });
  }
}
