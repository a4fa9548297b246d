import { SaxesParser } from "saxes";

/** An element of a document. */
export type TwimlElement = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly TwimlElement[];
  /** All character data directly inside, trimmed. */
  readonly text: string;
};

export type ParsedTwiml =
  | { readonly kind: "parsed"; readonly root: TwimlElement }
  | { readonly kind: "malformed"; readonly message: string };

type Growing = { tag: string; attributes: { [name: string]: string }; children: Growing[]; text: string };

/** Reads XML into a tree; comments and processing instructions are ignored. */
export const parseTwiml = (text: string): ParsedTwiml => {
  const document: Growing = { tag: "", attributes: {}, children: [], text: "" };
  const open: Growing[] = [document];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Growing = { tag: name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (more: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed !== undefined) closed.text = closed.text.trim();
  });
  try {
    parser.write(text.trimStart()).close();
  } catch (error) {
    return { kind: "malformed", message: error instanceof Error ? error.message : String(error) };
  }
  const root = document.children[0];
  return root === undefined ? { kind: "malformed", message: "no element" } : { kind: "parsed", root };
};
