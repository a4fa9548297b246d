import { z } from "zod";
import { toWhereabouts, type Whereabouts } from "#geo/whereabouts.ts";

const text = z.string().nullable().default(null);

/** One rule of geography: what arrived of a caller, and what is known of their whereabouts. */
export const geoScenario = z.strictObject({
  rule: z.string(),
  from: z.string(),
  place: z.strictObject({ city: text, state: text, zip: text, country: text }),
  expect: z.record(z.string(), z.string().nullable()),
});

export const playGeo = ({ from, place }: z.infer<typeof geoScenario>): Whereabouts =>
  toWhereabouts({ place, from });
