import elements from "./elements.json" with { type: "json" };
import enumerations from "./enumerations.json" with { type: "json" };

/** One element: its attributes by type name, its allowed children by element name, its text. */
export type ElementRule = {
  readonly tag?: string;
  readonly text: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: string;
};

/** Elements by name, and closed lists of values by type name, both as space-separated words. */
export type Grammar = {
  readonly elements: { readonly [name: string]: ElementRule };
  readonly enumerations: { readonly [name: string]: string };
};

export const grammar: Grammar = { elements, enumerations };
