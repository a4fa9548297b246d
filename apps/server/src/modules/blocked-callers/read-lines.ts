import { setImmediate } from "node:timers/promises";
import { importLinesMax, type ImportBlockedCallers } from "@ccp/contract";
import { AppError, invalidField } from "#http/app-error.ts";
import { type Line, readLine } from "./new-entry.ts";

/** Faults named at once: whoever sent a wrong file need not read ten thousand. */
const faultsMax = 100;

/** After so many lines calls get their turn. */
const linesAtOnce = 200;

const toText = (error: unknown): string => {
  if (error instanceof AppError) return error.details[0]?.message ?? error.message;
  throw error;
};

const refuse = (faults: readonly string[]): AppError => {
  const rest = faults.length - faultsMax;
  const named = faults.slice(0, faultsMax);
  return new AppError(
    "invalid",
    `${faults.length} ${faults.length === 1 ? "line is" : "lines are"} wrong; nothing was added.`,
    {
      details: [...named, ...(rest > 0 ? [`And ${rest} more.`] : [])].map((message) => ({
        path: "body.text",
        message,
      })),
    },
  );
};

/** What an import says, each caller once and as it was said first. Throws with every line that is wrong, by its number. */
export const readLines = async (
  { text, reason }: Pick<ImportBlockedCallers, "text" | "reason">,
  country: string | undefined,
): Promise<{ read: Line[]; repeated: number }> => {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (lines.length > importLinesMax) {
    throw invalidField(
      "body.text",
      `Give at most ${importLinesMax} lines at once; these are ${lines.length}.`,
    );
  }
  const read = new Map<string, Line>();
  const faults: string[] = [];
  let said = 0;
  for (const [index, line] of lines.entries()) {
    if (index % linesAtOnce === linesAtOnce - 1) await setImmediate();
    try {
      const found = readLine(line, country);
      if (found === undefined) continue;
      said += 1;
      const key = `${found.kind}:${found.value}`;
      if (!read.has(key)) read.set(key, { ...found, reason: found.reason || reason });
    } catch (error) {
      faults.push(`Line ${index + 1}: ${toText(error)}`);
    }
  }
  if (faults.length > 0) throw refuse(faults);
  if (said === 0) throw invalidField("body.text", "Give at least one line.");
  return { read: [...read.values()], repeated: said - read.size };
};
