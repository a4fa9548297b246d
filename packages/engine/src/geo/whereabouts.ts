import type { CallerPlace } from "#call/event.ts";
import { findAreaCode, findState, type AreaCode } from "./area-codes.ts";

/** Where a caller is, as far as it is known: what the carrier said, and what was guessed where it said nothing. */
export type Whereabouts = CallerPlace & {
  /** The state in words; the carrier's own where it is none of the US or Canada. */
  stateName: string | null;
  /** IANA zone in which most people of the state or the area code live; always a guess. */
  timeZone: string | null;
  /** The area code from which state or country was guessed; null where the carrier said them or nothing tells. */
  guessedFromAreaCode: string | null;
};

const findZone = ({ state, country }: CallerPlace, areaCode: AreaCode | undefined): string | null => {
  const known = state === null ? undefined : findState(state);
  if (known === undefined || (country !== null && country !== known.country)) {
    return areaCode?.timeZone ?? null;
  }
  return areaCode?.state?.code === known.code ? areaCode.timeZone : known.timeZone;
};

/** What the area code adds to the carrier's word: nothing that the carrier said, and nothing against it. */
const guess = (place: CallerPlace, areaCode: AreaCode | undefined): CallerPlace => {
  if (areaCode === undefined || place.state !== null) return place;
  return { ...place, state: areaCode.state?.code ?? null, country: areaCode.country };
};

const toStateName = ({ state, country }: CallerPlace): string | null => {
  const known = state === null ? undefined : findState(state);
  return known !== undefined && (country === null || country === known.country) ? known.name : state;
};

/**
 * The whereabouts of a caller (`from` as it arrived). Law: what the carrier said stands; an area code gives a state, a
 * country and a likely zone, never a city or zip, and a number that was carried to another place keeps its area code.
 */
export const toWhereabouts = ({ place, from }: { place: CallerPlace; from: string }): Whereabouts => {
  const known = findAreaCode(from);
  const areaCode = place.country === null || place.country === known?.country ? known : undefined;
  const found = guess(place, areaCode);
  const isGuessed = found.state !== place.state || found.country !== place.country;
  return {
    city: found.city,
    state: found.state,
    zip: found.zip,
    country: found.country,
    stateName: toStateName(found),
    timeZone: findZone(found, areaCode),
    guessedFromAreaCode: isGuessed ? (areaCode?.code ?? null) : null,
  };
};
