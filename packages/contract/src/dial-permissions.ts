import { highRiskPrefixes as prefixes } from "@ccp/engine";
import { z } from "zod";
import { countries, country } from "./country.ts";

/** The countries whose numbers are dialled: each once, at least one. */
export const dialCountries = z
  .array(country)
  .min(1, "Name at least one country, or no phone number is dialled.")
  .max(countries.length)
  .overwrite((told) => countries.filter((each) => told.includes(each)));

/** Prefixes of high risk that are dialled all the same, each once. */
export const highRiskPrefixes = z
  .array(z.enum(prefixes))
  .max(prefixes.length)
  .overwrite((told) => prefixes.filter((each) => told.includes(each)));
