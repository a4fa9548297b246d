import type { Session } from "#calls/session.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import type { Endpoint, HttpMethod } from "#world/incoming-number.ts";

/** The address in an attribute, made absolute; undefined when the attribute is absent. */
export const findEndpoint = (
  session: Session,
  element: TwimlElement,
  name: string,
  methodName: string,
): Endpoint | undefined => {
  const url = element.attributes[name];
  return url === undefined ? undefined : resolveEndpoint(session, url, element.attributes[methodName]);
};

/** An address as written in the running document. */
export const resolveEndpoint = (session: Session, url: string, method: string | undefined): Endpoint => ({
  url: URL.canParse(url, session.documentUrl) ? new URL(url, session.documentUrl).href : url,
  method: toMethod(method),
});

/** The running document itself: where Gather and Record go when no action is given. */
export const getDocumentEndpoint = (session: Session, method: string | undefined): Endpoint => ({
  url: session.documentUrl,
  method: toMethod(method),
});

const toMethod = (method: string | undefined): HttpMethod =>
  method?.toUpperCase() === "GET" ? "GET" : "POST";

export const getNumber = (element: TwimlElement, name: string, fallback: number): number =>
  Number(element.attributes[name] ?? fallback);

export const getFlag = (element: TwimlElement, name: string): boolean => element.attributes[name] === "true";

/** Space-separated words of an attribute. */
export const getWords = (element: TwimlElement, name: string, fallback: string): ReadonlySet<string> =>
  new Set((element.attributes[name] ?? fallback).split(" "));
