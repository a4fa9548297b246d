import { areaCodes, findPlace } from "#geography.ts";
import { json, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { notFound, RestError } from "./errors.ts";
import { accountRoute, type RestRequest } from "./request.ts";

export type NumberType = "Local" | "TollFree";

const tollFreeCodes = ["800", "833", "844", "855", "866", "877", "888"];
const perAreaCode = 100;

export const createAvailableNumberRoutes = (machine: Machine): readonly Route[] => [
  accountRoute(machine, "GET", "/AvailablePhoneNumbers/:country/:type.json", (request) => {
    const { country = "", type = "" } = request.path;
    if (country !== "US" || !isNumberType(type)) throw notFound(request.pathname);
    const size = Math.min(1000, Math.max(1, Number(request.query.get("PageSize") ?? 50)));
    return json({
      available_phone_numbers: search(machine, request, type).slice(0, size).map(render),
      uri: request.pathname,
    });
  }),
];

const isNumberType = (type: string): type is NumberType => type === "Local" || type === "TollFree";

/** Numbers that nobody owns: those set aside for fiction, 555-0100 to 555-0199 of each area code. */
export const listFreeNumbers = (
  { world }: Machine,
  type: NumberType,
  areaCode?: string,
): readonly string[] => {
  const known = type === "Local" ? areaCodes : tollFreeCodes;
  const codes = areaCode === undefined ? known : [areaCode];
  return codes.flatMap((code) =>
    Array.from({ length: perAreaCode }, (_, index) => `+1${code}5550${100 + index}`).filter(
      (number) => !world.numbers.has(number),
    ),
  );
};

const search = (machine: Machine, { query }: RestRequest, type: NumberType): readonly string[] => {
  const matches = toMatcher(query.get("Contains"));
  const region = query.get("InRegion");
  const locality = query.get("InLocality")?.toUpperCase();
  return listFreeNumbers(machine, type, query.get("AreaCode") ?? undefined).filter((number) => {
    const place = findPlace(number);
    return (
      matches(number) &&
      (region === null || place.state === region) &&
      (locality === undefined || place.city === locality)
    );
  });
};

/** Digits anywhere in the number; a star may stand at an end only. */
const toMatcher = (contains: string | null): ((number: string) => boolean) => {
  if (contains === null) return () => true;
  const wanted = contains.replace(/^[*%+]+/, "").replace(/[*%$]+$/, "");
  if (contains.length < 2 || wanted.includes("*"))
    throw new RestError(400, 21_451, `Invalid pattern provided in Contains: ${contains}`);
  return (number) => (contains.endsWith("$") ? number.endsWith(wanted) : number.includes(wanted));
};

const render = (number: string) => {
  const place = findPlace(number);
  return {
    friendly_name: toFriendly(number),
    phone_number: number,
    lata: null,
    locality: place.city,
    rate_center: place.city,
    latitude: null,
    longitude: null,
    region: place.state,
    postal_code: place.zip,
    iso_country: "US",
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, SMS: false, MMS: false, fax: false },
  };
};

export const toFriendly = (number: string): string =>
  number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
