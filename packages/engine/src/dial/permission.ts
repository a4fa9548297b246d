/** Beginnings of numbers that toll fraud lives on, or that belong to no country; none is dialled unless it is allowed. */
export const highRiskPrefixes = [
  "+1900",
  "+1976",
  "+800",
  "+808",
  "+870",
  "+878",
  "+881",
  "+882",
  "+883",
  "+888",
  "+979",
] as const;

export type HighRiskPrefix = (typeof highRiskPrefixes)[number];

/** What an account lets be dialled: countries by their two letters of ISO 3166, and prefixes of high risk. */
export type DialPermissions = { countries: readonly string[]; highRiskPrefixes: readonly string[] };

/** Why a destination is not dialled; `country` is null where no country's plan knows the number. */
export type Barred =
  | { kind: "country"; country: string | null }
  | { kind: "high-risk"; prefix: HighRiskPrefix };

/**
 * Whether a phone number may be dialled: null, or why not. `number` is in E.164, `country` is whose plan it belongs to.
 * Law: a number with a prefix of high risk is judged by that prefix alone, whatever its country.
 */
export const findBarred = (
  { number, country }: { number: string; country: string | null },
  permissions: DialPermissions,
): Barred | null => {
  const prefix = highRiskPrefixes.find((each) => number.startsWith(each));
  if (prefix !== undefined) {
    return permissions.highRiskPrefixes.includes(prefix) ? null : { kind: "high-risk", prefix };
  }
  return country !== null && permissions.countries.includes(country) ? null : { kind: "country", country };
};

let names: Intl.DisplayNames | undefined;

const toCountryName = (country: string): string => {
  names ??= new Intl.DisplayNames("en-US", { type: "region" });
  return names.of(country) ?? country;
};

/** Why a destination is not dialled, after "because". */
export const describeBarred = (barred: Barred): string => {
  if (barred.kind === "high-risk") {
    return `numbers that begin with ${barred.prefix} are of high risk and not allowed in this account`;
  }
  return barred.country === null
    ? "its number belongs to no country that this account dials"
    : `${toCountryName(barred.country)} is not among the countries that this account dials`;
};
