import type { Setting } from "./list-settings.ts";
import type { Scenarios } from "./scenario.ts";

/** Settings that no scenario shows to act. */
export const findUncovered = (settings: readonly Setting[], scenarios: Scenarios): string[] =>
  settings.filter(({ path }) => scenarios[path] === undefined).map(({ path }) => path);

/** Scenarios of settings that are gone. */
export const findOrphans = (settings: readonly Setting[], scenarios: Scenarios): string[] => {
  const paths = new Set(settings.map(({ path }) => path));
  return Object.keys(scenarios).filter((path) => !paths.has(path));
};

const hasOperator = (values: readonly unknown[], pattern: RegExp): boolean =>
  values.some((value) => typeof value === "string" && pattern.test(value));

/** Offered values, and operators of filters, that a setting's scenario does not play. */
export const findUnplayed = (settings: readonly Setting[], scenarios: Scenarios): string[] =>
  settings.flatMap(({ path, offered, isFilter }) => {
    const values = scenarios[path]?.values ?? [];
    const missing = offered.filter((value) => !values.includes(value)).map((value) => JSON.stringify(value));
    const operators = isFilter
      ? [...(hasOperator(values, /^!/) ? [] : ["none of"]), ...(hasOperator(values, /,/) ? [] : ["any of"])]
      : [];
    return [...missing, ...operators].map((each) => `${path}: ${each}`);
  });

/** What a setting led to, value by value; the first value may have been played twice. */
export type Played = { value: unknown; outcome: string }[];

/** Why what was played does not show that the setting acts; undefined when it does. */
export const findFault = (played: Played): string | undefined => {
  const [first, again] = played;
  if (first === undefined || again === undefined) return "It takes two values or more.";
  const isTwice = again.value === first.value;
  if (isTwice && first.outcome !== again.outcome) {
    return `The same value led to two outcomes:\n${first.outcome}\n${again.outcome}`;
  }
  const distinct = isTwice ? played.slice(1) : played;
  if (distinct.length < 2) return "It takes two values or more.";
  for (const [index, { value, outcome }] of distinct.entries()) {
    const other = distinct.slice(0, index).find((each) => each.outcome === outcome);
    if (other !== undefined) {
      return `${JSON.stringify(other.value)} and ${JSON.stringify(value)} led to the same:\n${outcome}`;
    }
  }
  return undefined;
};
