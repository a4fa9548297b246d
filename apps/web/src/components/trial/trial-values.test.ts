import { expect, test } from "vitest";
import { readTrialValues, toQuestion, writeTrialValues } from "./trial-values.ts";

const read = (text: string) => readTrialValues(new URLSearchParams(text));

test("what was asked stands in the address and comes back from it, beside what else is there", () => {
  const values = { ...read(""), from: "(202) 555-0142", when: "2026-11-23T07:58", state: "CA" };
  const written = writeTrialValues(new URLSearchParams("tab=test&city=Reno"), values);
  expect(written.toString()).toBe("tab=test&from=%28202%29+555-0142&when=2026-11-23T07%3A58&state=CA");
  expect(readTrialValues(written)).toEqual(values);
});

test("nothing is asked before somebody calls", () => {
  expect(toQuestion(read("state=CA"), "UTC")).toBeNull();
});

test("the time is that of the zone that is named, else of the account", () => {
  const text = "from=anonymous&when=2026-11-23T07:58";
  expect(toQuestion(read(text), "America/New_York")?.at).toBe("2026-11-23T12:58:00.000Z");
  expect(toQuestion(read(`${text}&zone=Asia/Tokyo`), "America/New_York")?.at).toBe(
    "2026-11-22T22:58:00.000Z",
  );
  expect(toQuestion(read("from=anonymous"), "America/New_York")?.at).toBeNull();
});

test("a number says its publisher itself", () => {
  const publisher = "dddddddd-0000-4000-8000-000000000001";
  expect(toQuestion(read(`from=1&publisher=${publisher}`), "UTC")).toMatchObject({
    numberId: null,
    publisherId: publisher,
  });
  expect(toQuestion(read(`from=1&number=7&publisher=${publisher}`), "UTC")).toMatchObject({
    numberId: 7,
    publisherId: null,
  });
});

test("what an address says wrongly is as usual", () => {
  expect(toQuestion(read("from=1&attestation=Z&when=noon&seed="), "UTC")).toMatchObject({
    attestation: "none",
    at: null,
    seed: "1",
  });
});
