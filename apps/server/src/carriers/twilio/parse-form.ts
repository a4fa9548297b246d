import { unescape } from "node:querystring";
import type { Form } from "#carriers/carrier.ts";

const fieldsMax = 1000;

const decode = (piece: string): string => {
  const spaced = piece.includes("+") ? piece.replaceAll("+", " ") : piece;
  const escape = spaced.indexOf("%");
  if (escape === -1) return spaced;
  // The sign in front of a phone number is nearly all that a webhook escapes.
  if (escape === 0 && spaced.startsWith("%2B") && !spaced.includes("%", 3)) return `+${spaced.slice(3)}`;
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Bytes that are no UTF-8: the lenient decoder keeps them, as the signing side saw them.
    return unescape(spaced);
  }
};

/** Reads a form body, keeping every field as it was sent; undefined beyond 1,000 fields. */
export const parseForm = (body: Buffer): Form | undefined => {
  const text = body.toString("utf8");
  const form = new Map<string, string | string[]>();
  let start = 0;
  for (let count = 0; start < text.length; count++) {
    if (count === fieldsMax) return undefined;
    const next = text.indexOf("&", start);
    const end = next === -1 ? text.length : next;
    if (end > start) {
      const equals = text.indexOf("=", start);
      const hasValue = equals !== -1 && equals < end;
      const name = decode(text.slice(start, hasValue ? equals : end));
      const value = hasValue ? decode(text.slice(equals + 1, end)) : "";
      const earlier = form.get(name);
      if (earlier === undefined) form.set(name, value);
      else if (typeof earlier === "string") form.set(name, [earlier, value]);
      else earlier.push(value);
    }
    start = end + 1;
  }
  return form;
};
