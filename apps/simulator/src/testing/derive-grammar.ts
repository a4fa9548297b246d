import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ElementRule, Grammar } from "#twiml/grammar.ts";

/** The TwiML grammar read out of the type declarations that the official package ships. */
export const deriveGrammar = (): Grammar => {
  const declarations = readFileSync(
    createRequire(import.meta.url).resolve("twilio/lib/twiml/VoiceResponse.d.ts"),
    "utf8",
  );
  return { elements: deriveElements(declarations), enumerations: deriveEnumerations(declarations) };
};

const deriveEnumerations = (declarations: string): Record<string, string> =>
  Object.fromEntries(
    [...declarations.matchAll(/^ {4}type (\w+) = (.+);$/gm)].map(([, name = "", union = ""]) => [
      name,
      union.replaceAll('"', "").split(" | ").join(" "),
    ]),
  );

const deriveElements = (declarations: string): Record<string, ElementRule> => {
  const elements: Record<string, ElementRule> = {
    Response: {
      text: "none",
      attributes: {},
      children: childrenOf(declarations.split("declare namespace")[0] ?? ""),
    },
  };
  const bodies = new Map(
    [...declarations.matchAll(/export class (\w+) extends TwiML \{\n(.*?)\n {4}\}/gs)].map(
      ([, name = "", body = ""]) => [name, body],
    ),
  );
  const makers = declarations.matchAll(/^ {4,8}(\w+)\((.*)\): VoiceResponse\.(\w+);$/gm);
  for (const [, method = "", parameters = "", name = ""] of makers) {
    const children = childrenOf(bodies.get(name) ?? "");
    elements[name] = addMaker(declarations, elements[name], { method, parameters, name, children });
  }
  return elements;
};

type Maker = {
  readonly method: string;
  readonly parameters: string;
  readonly name: string;
  readonly children: string;
};

/** What an overload of the method that makes an element adds to what is known of it. */
const addMaker = (declarations: string, known: ElementRule | undefined, maker: Maker): ElementRule => {
  const tag = toTag(maker.method, maker.name);
  const attributesType = /attributes\??: VoiceResponse\.(\w+)/.exec(maker.parameters)?.[1];
  return {
    ...(tag === maker.name ? {} : { tag }),
    text: textOf(maker.parameters) ?? known?.text ?? "none",
    attributes: attributesOf(declarations, attributesType) ?? known?.attributes ?? {},
    children: maker.children,
  };
};

/** Whether a maker takes text; undefined for an overload that does not say. */
const textOf = (parameters: string): string | undefined => {
  const mark = /attributes\??: [^,]+, \w+(\??): string/.exec(parameters)?.[1];
  if (mark === undefined) return undefined;
  return mark === "?" ? "optional" : "required";
};

const toTag = (method: string, name: string): string => {
  if (method === "sayAs") return "say-as";
  if (name.startsWith("Ssml")) return method;
  return method.toLowerCase() === name.toLowerCase() ? name : method[0]?.toUpperCase() + method.slice(1);
};

const childrenOf = (body: string): string =>
  [...new Set([...body.matchAll(/\): VoiceResponse\.(\w+);$/gm)].map(([, name = ""]) => name))]
    .sort()
    .join(" ");

const attributesOf = (declarations: string, type: string | undefined): Record<string, string> | undefined => {
  if (type === undefined) return undefined;
  const body =
    new RegExp(`export interface ${type} \\{\\n(.*?)\\n {4}\\}`, "s").exec(declarations)?.[1] ?? "";
  return Object.fromEntries(
    [...body.matchAll(/^ {8}"?([\w:-]+)"?\?: ([\w[\]]+);$/gm)].map(([, name = "", kind = ""]) => [
      name,
      kind,
    ]),
  );
};
