const fitsAt = (text: string, from: number, part: string): boolean => {
  if (from < 0 || from + part.length > text.length) return false;
  for (let index = 0; index < part.length; index += 1) {
    if (part[index] !== "?" && part[index] !== text[from + index]) return false;
  }
  return true;
};

/** Where the part first fits at `from` or later; -1 when nowhere. */
const findPart = (text: string, from: number, part: string): number => {
  for (let at = from; at + part.length <= text.length; at += 1) if (fitsAt(text, at, part)) return at;
  return -1;
};

/**
 * A pattern made ready: a star stands for any letters, also none, and ? for exactly one.
 * Law: time grows with the length of the text times that of the pattern, and no worse, whatever they are.
 */
export const compilePattern = (pattern: string): ((text: string) => boolean) => {
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  return (text) => {
    if (last === undefined) return text.length === first.length && fitsAt(text, 0, first);
    if (!fitsAt(text, 0, first)) return false;
    let from = first.length;
    // Taking each part where it first fits leaves the most room for those after it.
    for (const part of rest) {
      const at = findPart(text, from, part);
      if (at < 0) return false;
      from = at + part.length;
    }
    return text.length - last.length >= from && fitsAt(text, text.length - last.length, last);
  };
};
