import * as fc from "fast-check";
import { expect, test } from "vitest";
import { describeBarred, findBarred, highRiskPrefixes } from "./permission.ts";

const usual = { countries: ["US", "CA"], highRiskPrefixes: [] };

test("countries that are dialled are not barred, others are by their name", () => {
  expect(findBarred({ number: "+12025550142", country: "US" }, usual)).toBeNull();
  expect(findBarred({ number: "+18765550142", country: "JM" }, usual)).toEqual({
    kind: "country",
    country: "JM",
  });
  expect(findBarred({ number: "+18765550142", country: "JM" }, { ...usual, countries: ["JM"] })).toBeNull();
  expect(findBarred({ number: "+9995550142", country: null }, usual)).toEqual({
    kind: "country",
    country: null,
  });
});

test.each(highRiskPrefixes)("%s is barred until it is allowed, in whatever country", (prefix) => {
  const number = `${prefix}5550142`;
  expect(findBarred({ number, country: "US" }, usual)).toEqual({ kind: "high-risk", prefix });
  const allowing = { ...usual, highRiskPrefixes: [prefix] };
  expect(findBarred({ number, country: null }, allowing)).toBeNull();
  expect(describeBarred({ kind: "high-risk", prefix })).toContain(prefix);
});

test("allowing more never bars what was not barred before", () => {
  const anyCountry = fc.constantFrom("US", "CA", "JM", "GB");
  const anyPermissions = fc.record({
    countries: fc.array(anyCountry),
    highRiskPrefixes: fc.array(fc.constantFrom(...highRiskPrefixes)),
  });
  const anyDestination = fc.record({
    number: fc.constantFrom("+12025550142", "+19005550142", "+8815550142", "+442079460142"),
    country: fc.option(anyCountry, { nil: null }),
  });
  fc.assert(
    fc.property(anyDestination, anyPermissions, anyPermissions, (destination, some, more) => {
      const both = {
        countries: [...some.countries, ...more.countries],
        highRiskPrefixes: [...some.highRiskPrefixes, ...more.highRiskPrefixes],
      };
      if (findBarred(destination, some) === null) expect(findBarred(destination, both)).toBeNull();
    }),
  );
});
