/** What most people here choose among, from east to west. */
const nearby = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
];

const listNames = (): string[] => {
  const rest = Intl.supportedValuesOf("timeZone").filter((name) => !nearby.includes(name) && name !== "UTC");
  return [...nearby, "UTC", ...rest];
};

let names: string[] | null = null;

/** "New York" for America/New_York. */
export const toZoneCity = (timeZone: string): string =>
  (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");

/** Zones whose name has every word of the search; those of the United States first. */
export const findTimeZones = (search: string): string[] => {
  names ??= listNames();
  const words = search.toLowerCase().replaceAll("_", " ").split(/\s+/);
  return names.filter((name) =>
    words.every((word) => name.toLowerCase().replaceAll("_", " ").includes(word)),
  );
};
