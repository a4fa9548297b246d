import { toCountryName } from "#components/form/country-field.tsx";

const namedMax = 3;

/** "United States and Canada; no high-risk numbers" on one line. */
export const toDialText = (countries: readonly string[], prefixes: readonly string[]): string => {
  const named = countries.slice(0, namedMax).map(toCountryName).join(", ");
  const more = countries.length > namedMax ? ` and ${countries.length - namedMax} more` : "";
  return `${named}${more}; ${prefixes.length === 0 ? "no high-risk numbers" : `high-risk numbers ${prefixes.join(", ")}`}`;
};
