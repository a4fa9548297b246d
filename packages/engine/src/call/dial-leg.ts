import type { Choice, DecidedFact, DialLeg } from "./event.ts";

/** The choice to dial: one leg, or several that ring at once. */
export type DialChoice = Extract<Choice, { kind: "dial" }>;

/** All that a dial rings, by number; the last one has the number of the dial itself. */
export const toLegs = (dial: DialChoice): readonly DialLeg[] =>
  dial.beside === undefined ? [dial] : [...dial.beside, dial];

/** Every leg that was dialled in a call, each with its dial. */
export const listLegs = (decisions: readonly DecidedFact[]): { leg: DialLeg; dial: DialChoice }[] =>
  decisions.flatMap(({ choice }) =>
    choice.kind === "dial" ? toLegs(choice).map((leg) => ({ leg, dial: choice })) : [],
  );

/** The dial that an attempt is a leg of; undefined where no decision made it. */
export const findDial = (decisions: readonly DecidedFact[], attempt: number): DialChoice | undefined => {
  for (const { choice } of decisions) {
    if (choice.kind === "dial" && toLegs(choice).some((leg) => leg.attempt === attempt)) return choice;
  }
  return undefined;
};
