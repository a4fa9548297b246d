import { expect, test } from "vitest";
import { isTimeZone } from "#schedule/time-zone.ts";
import { findAreaCode, findState, listAreaCodes, listStates } from "./area-codes.ts";

const find = (code: string) => findAreaCode(`+1${code}5550142`);

test("every code is three digits and stands in one place only", () => {
  const codes = listAreaCodes();
  expect(codes.filter((code) => !/^[2-9]\d\d$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(430);
  expect(codes.filter((code) => find(code) === undefined)).toEqual([]);
});

test("there are fifty states, a district and thirteen provinces and territories, no two with the same letters", () => {
  const states = listStates();
  expect(states.filter(({ country }) => country === "US")).toHaveLength(51);
  expect(states.filter(({ country }) => country === "CA")).toHaveLength(13);
  expect(new Set(states.map(({ name }) => name)).size).toBe(64);
  expect(states.every(({ code }) => findState(code.toLowerCase())?.code === code)).toBe(true);
});

test("every zone is one that clocks are read in", () => {
  const zones = [
    ...listStates().map(({ timeZone }) => timeZone),
    ...listAreaCodes().map((code) => find(code)?.timeZone ?? null),
  ];
  expect(zones.filter((zone) => zone !== null && !isTimeZone(zone))).toEqual([]);
  expect(listStates().flatMap(({ code, timeZone }) => (timeZone === null ? [code] : []))).toEqual(["NU"]);
});

test.each([
  ["205", "AL"],
  ["907", "AK"],
  ["602", "AZ"],
  ["501", "AR"],
  ["310", "CA"],
  ["303", "CO"],
  ["203", "CT"],
  ["302", "DE"],
  ["202", "DC"],
  ["305", "FL"],
  ["404", "GA"],
  ["808", "HI"],
  ["208", "ID"],
  ["312", "IL"],
  ["317", "IN"],
  ["515", "IA"],
  ["316", "KS"],
  ["502", "KY"],
  ["504", "LA"],
  ["207", "ME"],
  ["410", "MD"],
  ["617", "MA"],
  ["313", "MI"],
  ["218", "MN"],
  ["601", "MS"],
  ["314", "MO"],
  ["406", "MT"],
  ["402", "NE"],
  ["702", "NV"],
  ["603", "NH"],
  ["201", "NJ"],
  ["505", "NM"],
  ["718", "NY"],
  ["704", "NC"],
  ["701", "ND"],
  ["216", "OH"],
  ["405", "OK"],
  ["503", "OR"],
  ["215", "PA"],
  ["401", "RI"],
  ["803", "SC"],
  ["605", "SD"],
  ["615", "TN"],
  ["713", "TX"],
  ["801", "UT"],
  ["802", "VT"],
  ["571", "VA"],
  ["206", "WA"],
  ["304", "WV"],
  ["414", "WI"],
  ["307", "WY"],
  ["403", "AB"],
  ["604", "BC"],
  ["204", "MB"],
  ["506", "NB"],
  ["709", "NL"],
  ["905", "ON"],
  ["514", "QC"],
  ["306", "SK"],
])("%s is a code of %s", (code, state) => {
  expect(find(code)?.state?.code).toBe(state);
});

test.each([
  ["689", "America/New_York"],
  ["423", "America/New_York"],
  ["865", "America/New_York"],
  ["615", "America/Chicago"],
  ["605", "America/Chicago"],
  ["701", "America/Chicago"],
  ["850", "America/Chicago"],
  ["448", "America/Chicago"],
  ["219", "America/Chicago"],
  ["317", "America/New_York"],
  ["270", "America/Chicago"],
  ["364", "America/Chicago"],
  ["502", "America/New_York"],
  ["208", "America/Boise"],
  ["986", "America/Boise"],
  ["775", "America/Los_Angeles"],
  ["907", "America/Anchorage"],
  ["915", "America/Denver"],
  ["310", "America/Los_Angeles"],
  ["474", "America/Regina"],
  ["709", "America/St_Johns"],
  ["879", "America/St_Johns"],
  ["902", "America/Halifax"],
  ["782", "America/Halifax"],
  ["867", null],
])("most people behind %s live in %s", (code, zone) => {
  expect(find(code)).toMatchObject({ timeZone: zone });
});

test.each([
  ["867", "CA"],
  ["902", "CA"],
  ["876", "JM"],
  ["658", "JM"],
  ["809", "DO"],
  ["787", "PR"],
  ["939", "PR"],
  ["242", "BS"],
  ["340", "VI"],
  ["671", "GU"],
])("%s tells a country, %s, and no state", (code, country) => {
  expect(find(code)).toMatchObject({ country, state: null });
});

test.each(["+18005550142", "+15005550006", "+1415555014", "+141555501422", "+442079460142", "anonymous", ""])(
  "%s has no area code of a place",
  (number) => expect(findAreaCode(number)).toBeUndefined(),
);
