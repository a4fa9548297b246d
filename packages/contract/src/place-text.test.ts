import { expect, test } from "vitest";
import { toCallerTime, toPlaceText, toStateText } from "./place-text.ts";

const nowhere = {
  city: null,
  state: null,
  stateName: null,
  zip: null,
  country: null,
  timeZone: null,
  guessedFromAreaCode: null,
};

const guessed = {
  ...nowhere,
  state: "CA",
  stateName: "California",
  country: "US",
  timeZone: "America/Los_Angeles",
  guessedFromAreaCode: "415",
};

test.each([
  [nowhere, null, null],
  [guessed, "California, guessed from area code 415", "California, guessed from area code 415"],
  [
    { ...guessed, city: "RENO", state: "NV", stateName: "Nevada", zip: "89501", guessedFromAreaCode: null },
    "Nevada",
    "RENO, Nevada 89501",
  ],
  [
    { ...guessed, state: "ON", stateName: "Ontario", country: "CA", guessedFromAreaCode: "416" },
    "Ontario, guessed from area code 416",
    "Ontario, Canada, guessed from area code 416",
  ],
  [{ ...nowhere, country: "JM", guessedFromAreaCode: "876" }, null, "Jamaica, guessed from area code 876"],
  [{ ...nowhere, city: "LONDON", country: "GB" }, null, "LONDON, United Kingdom"],
  [{ ...nowhere, country: "nowhere" }, null, "nowhere"],
])("whereabouts are told with their source: %j", (place, state, whole) => {
  expect(toStateText(place)).toBe(state);
  expect(toPlaceText(place)).toBe(whole);
});

test("the caller's clock is read in their likely zone, in summer and in winter", () => {
  expect(toCallerTime(guessed, "2026-11-23T14:27:00Z")).toBe("2026-11-23 06:27");
  expect(toCallerTime(guessed, "2026-07-01T02:00:00Z")).toBe("2026-06-30 19:00");
  expect(toCallerTime(nowhere, "2026-11-23T14:27:00Z")).toBeNull();
});
