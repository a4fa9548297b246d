import { expect, test } from "vitest";
import { createCsvFormat, toCsvLine, toCsvRow } from "./csv-text.ts";

const format = createCsvFormat("America/New_York");

const toTime = (iso: string): string => toLine({ kind: "time", at: iso });

const toLine = (...cells: Parameters<typeof toCsvRow>[0]): string => toCsvRow(cells, format).trimEnd();

test("text that a spreadsheet would run or reckon gets an apostrophe before it", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"]) {
    expect(toLine({ kind: "text", text })).toContain(`'${text}`);
  }
  expect(toLine({ kind: "phone", number: "+12025550142" })).toBe("'+12025550142");
  expect(toLine({ kind: "noun", noun: "buyer", id: 1, name: "=cmd|' /C calc'!A0" })).toBe(
    "'=cmd|' /C calc'!A0",
  );
  expect(toLine({ kind: "text", text: "a=b" })).toBe("a=b");
});

test("a number stays a number, a negative one too", () => {
  const money = (micros: string) => toLine({ kind: "money", micros, currency: null });
  expect(["12500000", "0", "-1500000", "1", "123456789", "-7"].map(money)).toEqual([
    "12.50",
    "0.00",
    "-1.50",
    "0.000001",
    "123.456789",
    "-0.000007",
  ]);
  const numbers = toLine(
    { kind: "count", value: 3 },
    { kind: "count", value: 0 },
    { kind: "duration", seconds: 0 },
    { kind: "percent", share: 0.125 },
    { kind: "percent", share: 0 },
  );
  expect(numbers).toBe("3,0,0,12.50%,0.00%");
});

test("fields with commas, quotes and line ends stay one field", () => {
  expect(toCsvLine(['a "b"', "c,d", "e\nf", "g"])).toBe('"a ""b""","c,d","e\nf",g\r\n');
});

test("times are those of the zone, on both sides of the change of clocks", () => {
  expect(toTime("2026-01-15T12:00:00.000Z")).toBe("2026-01-15 07:00:00");
  expect(toTime("2026-07-15T03:30:00.000Z")).toBe("2026-07-14 23:30:00");
});

test("what is not there is an empty field", () => {
  const line = toLine(
    { kind: "text", text: null },
    { kind: "phone", number: null },
    { kind: "time", at: null },
    { kind: "duration", seconds: null },
    { kind: "money", micros: null, currency: null },
    { kind: "percent", share: null },
    { kind: "none" },
  );
  expect(line).toBe(",,,,,,");
});
