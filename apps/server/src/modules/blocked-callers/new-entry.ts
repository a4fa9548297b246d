import type { BlockKind, CreateBlockedCaller } from "@ccp/contract";
import { AppError, invalidField } from "#http/app-error.ts";
import { parsePhone } from "#modules/numbers/parse-phone.ts";

/** An entry as it is kept: digits of E.164 without the plus sign, empty for `anonymous`. */
export type NewEntry = Omit<CreateBlockedCaller, "kind" | "value"> & { kind: BlockKind; value: string };

const e164 = /^\+[1-9]\d{6,14}$/;

const toE164 = (text: string, path: string, country: string | undefined): string => {
  const plain = text.replaceAll(/[\s().-]/g, "");
  // Most of a long list is written so, and to look into the numbering plans of the world costs far more.
  return e164.test(plain) ? plain : parsePhone(text, path, country);
};

const prefixFault = "Give the beginning of numbers with its country code, such as +1900.";

/** What an entry of the kind holds, from the text of a person. Throws where it is none, naming the path. */
export const toEntryValue = (
  kind: BlockKind,
  text: string,
  { path, country }: { path: string; country: string | undefined },
): string => {
  switch (kind) {
    case "number":
      return toE164(text, path, country).slice(1);
    case "prefix": {
      const [, digits] = /^\+([1-9]\d{0,14})$/.exec(text.replaceAll(/[\s().*-]/g, "")) ?? [];
      if (digits === undefined) throw invalidField(path, prefixFault);
      return digits;
    }
    case "anonymous":
      if (text !== "") throw invalidField(path, "Withheld numbers have no digits: leave this empty.");
      return "";
  }
};

/** What one line of an import says. */
export type Line = { kind: BlockKind; value: string; reason: string };

const lineFault = "Write a number such as +12025550142, a beginning such as +1900*, or anonymous.";

const quote = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const findKind = (text: string): BlockKind => {
  if (text.toLowerCase() === "anonymous") return "anonymous";
  return text.endsWith("*") ? "prefix" : "number";
};

/** A line of an import; undefined where it says nothing. Throws where it says nothing that can be used. */
export const readLine = (line: string, country: string | undefined): Line | undefined => {
  const [, caller = "", reason = ""] = /^([^,;\t]*)(?:[,;\t](.*))?$/s.exec(line) ?? [];
  const text = caller.trim().replaceAll(/^"|"$/g, "");
  if (line.trim() === "" || text.startsWith("#")) return undefined;
  const kind = findKind(text);
  try {
    const value = toEntryValue(kind, kind === "anonymous" ? "" : text, { path: "", country });
    return { kind, value, reason: reason.trim().replaceAll(/^"|"$/g, "").slice(0, 200) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw invalidField("body.text", `“${quote(text)}” is no caller. ${lineFault}`);
  }
};
