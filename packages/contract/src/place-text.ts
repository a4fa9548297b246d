import type { CallSummary } from "./call.ts";

type Place = CallSummary["place"];

const countryNames = new Intl.DisplayNames("en-US", { type: "region" });

/** A country by its name; what is no country's two letters stays as it is. */
const toCountryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (countryNames.of(country) ?? country) : country;

const withSource = (text: string, { guessedFromAreaCode: areaCode }: Place): string =>
  areaCode === null ? text : `${text}, guessed from area code ${areaCode}`;

/** "California, guessed from area code 415": the state, else nothing. */
export const toStateText = (place: Place): string | null =>
  place.stateName === null ? null : withSource(place.stateName, place);

/** The whole of a caller's whereabouts on one line, with its source where it is a guess; null where nothing is known. */
export const toPlaceText = (place: Place): string | null => {
  const { city, stateName, zip, country } = place;
  const region = [stateName, zip].filter((part) => part !== null).join(" ");
  const isPlain = country === null || (stateName !== null && country === "US");
  const parts = [city, region, isPlain ? null : toCountryName(country)].filter(Boolean);
  return parts.length === 0 ? null : withSource(parts.join(", "), place);
};

const clocks = new Map<string, Intl.DateTimeFormat>();

const toClock = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  clocks.set(timeZone, made);
  return made;
};

/** "2026-11-23 06:27": what the caller's clock likely showed at a moment; null where no zone is known. */
export const toCallerTime = ({ timeZone }: Place, at: string): string | null =>
  timeZone === null ? null : toClock(timeZone).format(Date.parse(at));
