import { setImmediate } from "node:timers/promises";
import { listValuesMax } from "@ccp/contract";
import { invalidField } from "#http/app-error.ts";

/** After so many lines calls get their turn. */
const linesAtOnce = 2_000;

const valueMax = 200;

/** What a line says first: the text up to a comma, a semicolon or a tab, or what stands in quotes. */
const readLine = (line: string): string => {
  const [, quoted, plain = ""] = /^\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))/.exec(line) ?? [];
  return (quoted?.replaceAll('""', '"') ?? plain).trim();
};

/** The values of a text, each once, in the order of the text. Throws where there are none, or more than a list takes. */
export const readValues = async (text: string): Promise<string[]> => {
  const values = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
    const value = readLine(line);
    if (value.length > valueMax) {
      throw invalidField("body.text", `Line ${index + 1} is longer than ${valueMax} letters.`);
    }
    if (value !== "") values.add(value);
    if (values.size > listValuesMax) {
      throw invalidField("body.text", `A list has at most ${listValuesMax} values.`);
    }
  }
  if (values.size === 0) throw invalidField("body.text", "Give at least one value.");
  return [...values];
};
