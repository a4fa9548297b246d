/** Where a number's prefix is registered; empty words when unknown. */
export type Place = {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
};

/** Area code, state, city and a zip of that city. */
const places = `
201 NJ JERSEY_CITY 07302|202 DC WASHINGTON 20001|206 WA SEATTLE 98101|212 NY NEW_YORK 10001
213 CA LOS_ANGELES 90012|214 TX DALLAS 75201|215 PA PHILADELPHIA 19103|216 OH CLEVELAND 44113
303 CO DENVER 80202|305 FL MIAMI 33130|312 IL CHICAGO 60601|313 MI DETROIT 48226
314 MO SAINT_LOUIS 63101|317 IN INDIANAPOLIS 46204|401 RI PROVIDENCE 02903|402 NE OMAHA 68102
404 GA ATLANTA 30303|405 OK OKLAHOMA_CITY 73102|410 MD BALTIMORE 21202|412 PA PITTSBURGH 15222
414 WI MILWAUKEE 53202|415 CA SAN_FRANCISCO 94102|502 KY LOUISVILLE 40202|503 OR PORTLAND 97204
504 LA NEW_ORLEANS 70112|505 NM ALBUQUERQUE 87102|512 TX AUSTIN 78701|602 AZ PHOENIX 85003
612 MN MINNEAPOLIS 55401|615 TN NASHVILLE 37203|617 MA BOSTON 02108|619 CA SAN_DIEGO 92101
702 NV LAS_VEGAS 89101|704 NC CHARLOTTE 28202|713 TX HOUSTON 77002|801 UT SALT_LAKE_CITY 84101
804 VA RICHMOND 23219|808 HI HONOLULU 96813|813 FL TAMPA 33602|816 MO KANSAS_CITY 64106
901 TN MEMPHIS 38103|904 FL JACKSONVILLE 32202|907 AK ANCHORAGE 99501|916 CA SACRAMENTO 95814
`;

const placesByAreaCode: ReadonlyMap<string, Place> = new Map(
  places
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [areaCode = "", state = "", city = "", zip = ""] = line.split(" ");
      return [areaCode, { city: city.replaceAll("_", " "), state, zip, country: "US" }];
    }),
);

/** Area codes with a place, in ascending order. */
export const areaCodes: readonly string[] = [...placesByAreaCode.keys()];

/** The place of an E.164 number; outside the table only the country of a +1 number is known. */
export const findPlace = (number: string): Place => {
  const areaCode = /^\+1(\d{3})\d{7}$/.exec(number)?.[1];
  const country = areaCode === undefined ? "" : "US";
  return placesByAreaCode.get(areaCode ?? "") ?? { city: "", state: "", zip: "", country };
};
