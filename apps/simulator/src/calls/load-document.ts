import { checkTwiml } from "#twiml/check-twiml.ts";
import { parseTwiml, type TwimlElement } from "#twiml/parse-twiml.ts";
import type { Delivered } from "#webhooks/deliver.ts";
import { ask } from "./ask.ts";
import type { Question, Session } from "./session.ts";
import { reportFault } from "./tell.ts";

/** A document and the address that relative addresses in it refer to. */
export type LoadedDocument = { readonly root: TwimlElement; readonly url: string };

type Read =
  | { readonly kind: "document"; readonly document: LoadedDocument }
  | { readonly kind: "unusable"; readonly code: number; readonly message: string };

const maxDocumentBytes = 65_536;

/** Asks for a document; undefined when neither the address nor the fallback gives one that can be run. */
export const fetchDocument = async (
  session: Session,
  question: Question,
): Promise<LoadedDocument | undefined> => {
  const read = await fetchOnce(session, question);
  if (read.kind === "document") return read.document;
  return fetchFallback(session, read.code, question.endpoint.url);
};

/** Asks the fallback address, if there is one, saying what went wrong. */
export const fetchFallback = async (
  session: Session,
  code: number,
  failedUrl: string,
): Promise<LoadedDocument | undefined> => {
  const { fallback } = session.leg;
  if (fallback === undefined || fallback.url === "" || session.role === "screen") return undefined;
  const read = await fetchOnce(session, {
    endpoint: fallback,
    purpose: "fallback",
    params: { ErrorCode: String(code), ErrorUrl: failedUrl },
  });
  return read.kind === "document" ? read.document : undefined;
};

const fetchOnce = async (session: Session, question: Question): Promise<Read> => {
  const answer = await ask(session, question);
  const read = readAnswer(answer);
  if (read.kind === "unusable")
    reportFault(
      session.machine,
      session.call,
      session.leg,
      read.code,
      `${question.purpose}: ${read.message}`,
    );
  else session.call.documents += 1;
  return read;
};

const unusable = (code: number, message: string): Read => ({ kind: "unusable", code, message });

const readAnswer = (answer: Delivered): Read => {
  if (answer.kind === "failed") return unusable(answer.code, answer.reason);
  if (answer.status < 200 || answer.status >= 300) return unusable(11_200, `HTTP ${answer.status}`);
  if (Buffer.byteLength(answer.body) > maxDocumentBytes)
    return unusable(11_750, "the document is over 64 kB");
  const type = answer.contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type.startsWith("audio/")) return toDocument(wrap("Play", answer.url), answer.url);
  if (type === "text/plain") {
    const asTwiml = readTwiml(answer.body, answer.url);
    return asTwiml.kind === "document" ? asTwiml : toDocument(wrap("Say", answer.body), answer.url);
  }
  if (!["text/xml", "application/xml", "text/html"].includes(type))
    return unusable(12_300, `content type "${type}" is not one that can be run`);
  return readTwiml(answer.body, answer.url);
};

const toDocument = (root: TwimlElement, url: string): Read => ({ kind: "document", document: { root, url } });

const wrap = (tag: string, text: string): TwimlElement => ({
  tag: "Response",
  attributes: {},
  children: [{ tag, attributes: {}, children: [], text }],
  text: "",
});

/** Parses and checks a document. */
export const readTwiml = (text: string, url: string): Read => {
  const parsed = parseTwiml(text);
  if (parsed.kind === "malformed") return unusable(12_100, parsed.message);
  const problems = checkTwiml(parsed.root);
  return problems.length === 0 ? toDocument(parsed.root, url) : unusable(12_200, problems.join("; "));
};
