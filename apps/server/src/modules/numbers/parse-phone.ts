import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { invalidField } from "#http/app-error.ts";

/** A number as people write it, in E.164; without a country code it is read as one of the country, else of the US. */
export const parsePhone = (text: string, path: string, country = "US"): string => {
  if (!isSupportedCountry(country)) throw new Error(`${country} is no country that numbers are read in.`);
  const parsed = parsePhoneNumberFromString(text, country);
  if (parsed?.isPossible() !== true || parsed.ext !== undefined) {
    throw invalidField(path, "Give a phone number, such as +12025550142 or (202) 555-0142.");
  }
  return parsed.number;
};
