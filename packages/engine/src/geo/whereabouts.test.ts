import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listAreaCodes, listStates } from "./area-codes.ts";
import { toWhereabouts } from "./whereabouts.ts";

const word = fc.option(fc.string({ minLength: 1 }), { nil: null });

const anyPlace = fc.record({
  city: word,
  state: fc.oneof(word, fc.constantFrom(...listStates().map(({ code }) => code))),
  zip: word,
  country: fc.oneof(word, fc.constantFrom("US", "CA")),
});

const anyFrom = fc.oneof(
  fc.string(),
  fc.constantFrom(...listAreaCodes()).map((code) => `+1${code}5550142`),
);

test("what the carrier said stands, city and zip are never guessed, and what was guessed is marked", () => {
  fc.assert(
    fc.property(anyPlace, anyFrom, (place, from) => {
      const found = toWhereabouts({ place, from });
      expect({ city: found.city, zip: found.zip }).toEqual({ city: place.city, zip: place.zip });
      if (place.state !== null) expect(found.state).toBe(place.state);
      if (place.country !== null) expect(found.country).toBe(place.country);
      const isGuessed = found.state !== place.state || found.country !== place.country;
      expect(found.guessedFromAreaCode).toBe(isGuessed ? from.slice(2, 5) : null);
    }),
    { numRuns: 2000 },
  );
});
