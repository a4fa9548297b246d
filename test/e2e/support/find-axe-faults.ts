import type { AxeResults } from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { hasAxe, runAxe, runAxeOnColours } from "./in-page.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds serious or critical, each with where it is; of what is looked at again in other colours, only those. */
export const findAxeFaults = async (page: Page, rules: "all" | "colours" = "all"): Promise<string[]> => {
  if (!(await page.evaluate<boolean>(hasAxe))) await page.evaluate(source);
  const { violations } = await page.evaluate<AxeResults>(rules === "all" ? runAxe : runAxeOnColours);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};
