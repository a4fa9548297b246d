import type { Leg } from "#calls/leg.ts";
import type { Session } from "#calls/session.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Endpoint } from "#world/incoming-number.ts";
import { findEndpoint, getWords } from "./attributes.ts";

/** Somebody to ring. */
export type Noun = {
  readonly destination: string;
  /** Document for the called side, run before the bridge. */
  readonly screen: Endpoint | undefined;
  readonly statusCallback: Leg["statusCallback"];
  readonly sendDigits: string | undefined;
};

export type ReadNouns =
  | { readonly kind: "nouns"; readonly nouns: readonly Noun[] }
  | { readonly kind: "refused"; readonly code: number; readonly message: string };

const playedNouns = new Set(["Number", "Sip", "Client"]);
const maxNouns = 10;

/** Whom a Dial rings: its own text, or its Number, Sip and Client children. */
export const readNouns = (session: Session, dial: TwimlElement): ReadNouns => {
  const unplayed = dial.children.find(({ tag }) => !playedNouns.has(tag));
  if (unplayed !== undefined)
    return {
      kind: "refused",
      code: 12_200,
      message: `<${unplayed.tag}> is a noun of Dial that this simulator does not play`,
    };
  const elements = dial.children.length === 0 ? [{ ...dial, tag: "Number", attributes: {} }] : dial.children;
  if (elements.length > maxNouns)
    return { kind: "refused", code: 13_223, message: `a Dial takes at most ${maxNouns} nouns` };
  const nouns: Noun[] = [];
  for (const element of elements) {
    const destination = findDestination(element);
    if (destination === undefined)
      return { kind: "refused", code: 13_224, message: `"${element.text}" cannot be dialled` };
    nouns.push(toNoun(session, element, destination));
  }
  return { kind: "nouns", nouns };
};

const findDestination = (element: TwimlElement): string | undefined => {
  switch (element.tag) {
    case "Sip":
      return /^sips?:[^@\s]+@[^\s]+$/.test(element.text) ? element.text : undefined;
    case "Client": {
      const identity = element.children.find(({ tag }) => tag === "Identity")?.text ?? element.text;
      return identity === "" ? undefined : `client:${identity}`;
    }
    default:
      return toE164(element.text);
  }
};

/** Phone numbers as people write them; ten digits are taken as North American. */
const toE164 = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s().-]/g, "");
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  if (/^1?[2-9]\d{9}$/.test(digits)) return `+1${digits.slice(-10)}`;
  return undefined;
};

const toNoun = (session: Session, element: TwimlElement, destination: string): Noun => {
  const callback = findEndpoint(session, element, "statusCallback", "statusCallbackMethod");
  return {
    destination,
    screen: findEndpoint(session, element, "url", "method"),
    statusCallback:
      callback === undefined
        ? undefined
        : { ...callback, events: getWords(element, "statusCallbackEvent", "completed") },
    sendDigits: element.attributes["sendDigits"],
  };
};
