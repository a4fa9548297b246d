import { expect, test } from "vitest";
import { placeCallForm } from "./place-call-values.ts";

const typed = {
  from: "(202) 555-0142",
  numberId: 7,
  first: "busy",
  further: "answer",
  talkSeconds: "90",
  script: { hangUpAfterSeconds: null },
};

test("the first attempt meets one thing, all further ones the other", () => {
  expect(placeCallForm.parse(typed).script).toEqual({
    hangUpAfterSeconds: null,
    attempts: [{ kind: "busy" }, { kind: "answer", afterSeconds: 3, talkSeconds: 90 }],
  });
});

test("how long a target talks stands in digits", () => {
  expect(placeCallForm.safeParse({ ...typed, talkSeconds: "a while" }).success).toBe(false);
  expect(placeCallForm.safeParse({ ...typed, talkSeconds: "" }).success).toBe(false);
});
