import type { TwimlElement } from "#twiml/parse-twiml.ts";
import { setStatus } from "./leg-life.ts";
import type { DocumentSource } from "./leg.ts";
import { fetchDocument, fetchFallback, readTwiml, type LoadedDocument } from "./load-document.ts";
import { reportFault, tell } from "./tell.ts";
import type { Session, Step } from "./session.ts";
import { InterruptedError, sleep, throwIfInterrupted } from "./wait.ts";

/** How the documents of a leg came to an end. */
export type Ending = "finished" | "hung-up" | "rejected" | "busy" | "failed";

/** Runs documents until there is none left, following redirections from outside. Throws when hung up. */
export const runLeg = async (session: Session, source: DocumentSource, purpose: string): Promise<Ending> => {
  let current = source;
  for (;;) {
    try {
      return await runDocuments(session, current, purpose);
    } catch (error) {
      if (!(error instanceof InterruptedError) || error.interruption.kind !== "redirected") throw error;
      current = error.interruption.target;
      delete session.leg.interruption;
    }
  }
};

const runDocuments = async (session: Session, source: DocumentSource, purpose: string): Promise<Ending> => {
  let document = await loadSource(session, source, purpose);
  for (;;) {
    throwIfInterrupted(session.leg);
    if (document === undefined) return apologise(session);
    session.documentUrl = document.url;
    const step = await playDocument(session, document);
    if (step.kind === "end") return step.how;
    if (step.kind === "next") return "finished";
    document =
      step.kind === "go"
        ? await fetchDocument(session, step.question)
        : await fetchFallback(session, step.code, session.documentUrl);
  }
};

const loadSource = async (
  session: Session,
  source: DocumentSource,
  purpose: string,
): Promise<LoadedDocument | undefined> => {
  if (source.kind === "url")
    return fetchDocument(session, { endpoint: source.endpoint, purpose, params: {} });
  const read = readTwiml(source.twiml, "");
  if (read.kind === "document") return read.document;
  reportFault(session.machine, session.call, session.leg, read.code, read.message);
  return fetchFallback(session, read.code, "");
};

/** Plays the verbs in order until one of them takes the call elsewhere. */
const playDocument = async (session: Session, { root }: LoadedDocument): Promise<Step> => {
  for (const verb of root.children) {
    const play = session.verbs.get(verb.tag);
    if (play === undefined) return refuse(session, verb.tag);
    if (answers(session, verb)) setStatus(session.machine, session.call, session.leg, "in-progress");
    const step = await play(session, verb);
    if (step.kind !== "next") return step;
  }
  return { kind: "next" };
};

const refuse = (session: Session, tag: string): Step => {
  const reason =
    session.role === "screen"
      ? `<${tag}> is not allowed in the document of a screened number`
      : `<${tag}> is a verb of the carrier that this simulator does not play`;
  reportFault(session.machine, session.call, session.leg, 12_200, reason);
  return { kind: "fault", code: 12_200 };
};

/** Every verb answers a ringing leg, but for those that are made not to. */
const answers = ({ machine, leg }: Session, verb: TwimlElement): boolean => {
  if (leg.answeredAt !== undefined || verb.tag === "Reject") return false;
  if (verb.tag === "Pause") return machine.world.switches.behaviour.pauseAnswersWhenFirst;
  return !(verb.tag === "Dial" && verb.attributes["answerOnBridge"] === "true");
};

const apologySeconds = 4;

/** What a caller hears when the customer's application cannot go on. */
const apologise = async (session: Session): Promise<Ending> => {
  const { machine, call, leg, role } = session;
  if (role === "screen") return "failed";
  if (leg.answeredAt === undefined) setStatus(machine, call, leg, "in-progress");
  tell(machine, call, leg, { kind: "hears", what: "We are sorry, an application error has occurred." });
  await sleep(session, apologySeconds * 1000);
  return "hung-up";
};
