import { expect, test } from "vitest";
import { deriveGrammar } from "#testing/derive-grammar.ts";
import { grammar } from "./grammar.ts";

test("the grammar is the one in the official package's types, element by element", () => {
  const derived = deriveGrammar();
  expect(Object.keys(grammar.elements).toSorted()).toEqual(Object.keys(derived.elements).toSorted());
  for (const [name, rule] of Object.entries(derived.elements))
    expect({ name, ...grammar.elements[name] }).toEqual({ name, ...rule });
});

test("the closed lists of values are the same", () => {
  expect(grammar.enumerations).toEqual(deriveGrammar().enumerations);
});

test("the derivation sees what the types say of Dial", () => {
  const { elements, enumerations } = deriveGrammar();
  expect(elements["Dial"]?.children).toBe("Application Client Conference Number Queue Sim Sip WhatsApp");
  expect(elements["Dial"]?.attributes).toMatchObject({
    answerOnBridge: "boolean",
    record: "DialRecord",
    timeout: "number",
  });
  expect(elements["ReferSip"]).toMatchObject({ tag: "Sip", text: "required" });
  expect(enumerations["RejectReason"]).toBe("rejected busy");
});
