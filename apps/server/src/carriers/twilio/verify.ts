import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "node:querystring";
import type { Form, RawRequest, Verdict } from "#carriers/carrier.ts";

type UrlParts = { scheme: string; userInfo: string; host: string; port: string; rest: string };

/** Splits without normalising, so that path and query keep the characters that were signed. */
const splitUrl = (url: string): UrlParts | undefined => {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)/i.exec(url);
  if (match === null) return undefined;
  const [prefix, scheme = "", authority = ""] = match;
  const userInfoEnd = authority.lastIndexOf("@") + 1;
  const hostAndPort = authority.slice(userInfoEnd);
  const portStart = hostAndPort.indexOf(":", hostAndPort.lastIndexOf("]") + 1);
  return {
    scheme,
    userInfo: authority.slice(0, userInfoEnd),
    host: portStart === -1 ? hostAndPort : hostAndPort.slice(0, portStart),
    port: portStart === -1 ? "" : hostAndPort.slice(portStart),
    rest: url.slice(prefix.length),
  };
};

const withoutPort = (url: string): string => {
  const parts = splitUrl(url);
  return parts === undefined ? url : parts.scheme + parts.userInfo + parts.host + parts.rest;
};

const withPort = (url: string): string => {
  const parts = splitUrl(url);
  if (parts === undefined || parts.port !== "") return url;
  const port = parts.scheme.toLowerCase() === "https://" ? ":443" : ":80";
  return parts.scheme + parts.userInfo + parts.host + port + parts.rest;
};

/** The query as back ends that escape like Node's old query-string module sign it. */
const withLegacyQuery = (url: string): string => {
  const start = url.indexOf("?");
  if (start === -1 || start === url.length - 1) return url;
  return `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`;
};

/** Which spelling of an address gets signed differs between the carrier's back ends; the likelier first. */
const listOtherSpellings = (url: string): ReadonlySet<string> => {
  const others = new Set([withoutPort(url), withPort(url)]);
  if (URL.canParse(url)) {
    const normalized = new URL(url).toString();
    const bare = withoutPort(normalized);
    const ported = withPort(normalized);
    for (const one of [bare, ported, withLegacyQuery(bare), withLegacyQuery(ported)]) others.add(one);
  }
  others.delete(url);
  return others;
};

type FieldOrder = { names: readonly string[]; places: readonly number[] };

// By number of fields; so few that forged forms of the largest size cannot fill much memory.
const orders: FieldOrder[] = [];
const ordersMax = 64;

const toFieldOrder = (names: readonly string[]): FieldOrder => {
  const sorted = names.map((name, place) => ({ name, place })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { names, places: sorted.map(({ place }) => place) };
};

/** Where the names stand in code-unit order. A carrier sends the same ones each time, so their order is kept. */
const findPlaces = (names: readonly string[]): readonly number[] => {
  const slot = names.length % ordersMax;
  const held = orders[slot];
  if (held?.names.length === names.length && names.every((name, at) => name === held.names[at])) {
    return held.places;
  }
  const order = toFieldOrder(names);
  orders[slot] = order;
  return order.places;
};

/** Names in code-unit order, each followed by its value; a repeated name once for each distinct value. */
const toSignedFields = (form: Form): string => {
  const names = [...form.keys()];
  const values = [...form.values()];
  let text = "";
  for (const place of findPlaces(names)) {
    const name = names[place] ?? "";
    const value = values[place] ?? "";
    if (typeof value === "string") text += name + value;
    else for (const one of [...new Set(value)].sort()) text += name + one;
  }
  return text;
};

const sign = (authToken: string, text: string): string =>
  createHmac("sha1", authToken).update(text).digest("base64");

/** The signature that `authToken` gives to a form posted to `url`. */
export const signForm = (authToken: string, url: string, form: Form): string =>
  sign(authToken, url + toSignedFields(form));

/** The first header of this name, which is given in lower case. */
const findHeader = (rawHeaders: readonly string[], name: string): string | undefined => {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const held = rawHeaders[at];
    if (held?.length === name.length && held.toLowerCase() === name) return rawHeaders[at + 1];
  }
  return undefined;
};

const isMadeBy = (authToken: string, signature: Buffer, url: string, fields: string): boolean => {
  const isOf = (spelling: string): boolean => {
    const expected = Buffer.from(sign(authToken, spelling + fields));
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  };
  // Nearly all sign the address as it is configured, and the others cost a digest each.
  return isOf(url) || [...listOtherSpellings(url)].some(isOf);
};

/**
 * Whether one of the account's tokens signed this form for `publicUrl` + `request.url`.
 * The address comes from the configuration and never from the Host header; without a token nothing is genuine.
 */
export const verify = (
  request: RawRequest,
  form: Form,
  publicUrl: string,
  authTokens: readonly string[],
): Verdict => {
  const header = findHeader(request.rawHeaders, "x-twilio-signature");
  if (header === undefined || header === "") return { kind: "forged", reason: "unsigned" };
  const tokens = authTokens.filter((token) => token !== "");
  if (tokens.length === 0) return { kind: "forged", reason: "no-token" };
  const signature = Buffer.from(header);
  const url = publicUrl + request.url;
  const fields = toSignedFields(form);
  const isGenuine = tokens.some((token) => isMadeBy(token, signature, url, fields));
  return isGenuine ? { kind: "genuine" } : { kind: "forged", reason: "bad-signature" };
};
