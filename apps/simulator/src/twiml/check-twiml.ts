import { grammar, type ElementRule, type Grammar } from "./grammar.ts";
import type { TwimlElement } from "./parse-twiml.ts";

type Rules = {
  readonly rules: ReadonlyMap<string, ElementRule>;
  /** Child rules by element name, then by tag: one tag can mean different things in different places. */
  readonly children: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
};

const toWords = (words: string): readonly string[] => (words === "" ? [] : words.split(" "));

const toRules = ({ elements, enumerations }: Grammar): Rules => ({
  rules: new Map(Object.entries(elements)),
  children: new Map(
    Object.entries(elements).map(([name, rule]) => [
      name,
      new Map(toWords(rule.children).map((child) => [elements[child]?.tag ?? child, child])),
    ]),
  ),
  values: new Map(Object.entries(enumerations).map(([name, words]) => [name, new Set(toWords(words))])),
});

const compiled = toRules(grammar);

/** Everything in a document that the grammar does not allow, in words; empty when it is sound. */
export const checkTwiml = (root: TwimlElement): readonly string[] =>
  root.tag === "Response"
    ? checkElement(root, "Response", root.tag)
    : [`the root is <${root.tag}>, not <Response>`];

const checkElement = (element: TwimlElement, name: string, path: string): readonly string[] => {
  const rule = compiled.rules.get(name);
  if (rule === undefined) return [`${path}: unknown element`];
  const problems = [...checkText(element, rule, path), ...checkAttributes(element, rule, path)];
  for (const child of element.children) {
    const childName = compiled.children.get(name)?.get(child.tag);
    const childPath = `${path}/${child.tag}`;
    if (childName === undefined) problems.push(`${childPath}: not allowed here`);
    else problems.push(...checkElement(child, childName, childPath));
  }
  return problems;
};

const checkText = ({ text, children }: TwimlElement, rule: ElementRule, path: string): readonly string[] => {
  if (rule.text === "none" && text !== "") return [`${path}: text is not allowed`];
  if (rule.text === "required" && text === "" && children.length === 0) return [`${path}: text is missing`];
  return [];
};

const checkAttributes = ({ attributes }: TwimlElement, rule: ElementRule, path: string): readonly string[] =>
  Object.entries(attributes).flatMap(([name, value]) => {
    const type = rule.attributes[name];
    if (type === undefined) return [`${path}: unknown attribute ${name}`];
    return isValue(type, value) ? [] : [`${path}: ${name}="${value}" is not ${type}`];
  });

const isValue = (type: string, value: string): boolean => {
  if (type === "string") return true;
  if (type === "number") return /^\d+$/.test(value);
  if (type === "boolean") return value === "true" || value === "false";
  const allowed = compiled.values.get(type.replace("[]", ""));
  if (allowed === undefined) return false;
  const words = type.endsWith("[]") ? value.split(" ") : [value];
  return words.every((word) => allowed.has(word));
};
