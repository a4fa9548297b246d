import { type Barred, describeBarred, type Destination, findAreaCode, findBarred } from "@ccp/engine";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * Whose numbering plan a number in E.164 belongs to. Codes of +1 that lead to no place, such as toll-free ones, count as
 * of the US; where several countries share a calling code and nothing tells them apart, it is the first of them.
 */
const findCountry = (number: string): string | null => {
  if (number.startsWith("+1")) return findAreaCode(number)?.country ?? "US";
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.country ?? parsed?.getPossibleCountries()[0] ?? null;
};

type DialSettings = { dialCountries: readonly string[]; highRiskPrefixes: readonly string[] };

/** Why the account does not let a destination be dialled; null where it does, and for SIP addresses always. */
export const findDestinationBar = (
  { kind, address }: Destination,
  { dialCountries, highRiskPrefixes }: DialSettings,
): Barred | null =>
  kind === "sip"
    ? null
    : findBarred(
        { number: address, country: findCountry(address) },
        { countries: dialCountries, highRiskPrefixes },
      );

/** The same in words, after "because". */
export const describeDestinationBar = (destination: Destination, settings: DialSettings): string | null => {
  const barred = findDestinationBar(destination, settings);
  return barred && describeBarred(barred);
};
