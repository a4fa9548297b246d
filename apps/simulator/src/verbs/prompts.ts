import { tell } from "#calls/tell.ts";
import type { PlayVerb, Session } from "#calls/session.ts";
import { sleep, waitFor } from "#calls/wait.ts";
import type { TwimlElement } from "#twiml/parse-twiml.ts";
import { getNumber } from "./attributes.ts";

/** Something the far end hears, and for how long; endless when its loop is 0. */
export type Prompt = { readonly what: string | undefined; readonly ms: number };

const spokenMsPerCharacter = 65;
const dtmfMsPerDigit = 500;

/** The length of a Say is estimated from its text, that of a Play is a measure of the world. */
export const toPrompt = ({ machine }: Session, element: TwimlElement): Prompt => {
  const loop = getNumber(element, "loop", 1);
  const times = loop === 0 ? Number.POSITIVE_INFINITY : loop;
  switch (element.tag) {
    case "Pause":
      return { what: undefined, ms: getNumber(element, "length", 1) * 1000 };
    case "Play": {
      const digits = element.attributes["digits"];
      if (digits !== undefined) return { what: `tones ${digits}`, ms: digits.length * dtmfMsPerDigit };
      return {
        what: `plays ${element.text}`,
        ms: machine.world.switches.measures.playSeconds * 1000 * times,
      };
    }
    default: {
      const words = toSpokenText(element);
      return { what: words, ms: Math.max(500, words.length * spokenMsPerCharacter) * times };
    }
  }
};

const toSpokenText = ({ text, children }: TwimlElement): string =>
  [text, ...children.map(toSpokenText)].filter((part) => part !== "").join(" ");

/** Say, Play and Pause: time passes, and the far end hears something or nothing. */
export const playPrompt: PlayVerb = async (session, element) => {
  const prompt = toPrompt(session, element);
  if (prompt.what !== undefined)
    tell(session.machine, session.call, session.leg, { kind: "hears", what: prompt.what });
  await (prompt.ms === Number.POSITIVE_INFINITY
    ? waitFor(session, () => () => {})
    : sleep(session, prompt.ms));
  return { kind: "next" };
};
