import type { Gate } from "./figures.ts";

const gates: Gate[] = [];

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Prints a gate and remembers it for the verdict. */
export const judge = (gate: Gate): void => {
  gates.push(gate);
  say(`  ${gate.isMet ? "ok    " : "MISSED"} ${gate.text}`);
};

/** Prints the count and tells whether every gate was met. */
export const closeReport = (): boolean => {
  const missed = gates.filter((gate) => !gate.isMet).length;
  say(`\n${gates.length - missed} passed, ${missed} failed`);
  return missed === 0;
};
