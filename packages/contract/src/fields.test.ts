import { expect, test } from "vitest";
import { day, time, uuid } from "./fields.ts";

test.each(["yesterday", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00", "2026-02-30T00:00:00Z"])(
  "%s is no time, for one reason",
  (text) => {
    expect(time.safeParse(text).error?.issues).toHaveLength(1);
  },
);

test.each(["12/31/2026", "2026-02-30", "0026-11-24", "1969-12-31"])(
  "%s is no day, for one reason",
  (text) => {
    expect(day.safeParse(text).error?.issues).toHaveLength(1);
  },
);

test("times and days of our years are taken as they are", () => {
  const times = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2026-11-24T05:00:00+14:00"];
  expect(times.map((text) => time.parse(text))).toEqual(times);
  expect(["1970-01-01", "9999-12-31"].map((text) => day.parse(text))).toEqual(["1970-01-01", "9999-12-31"]);
});

test("an id is one in capital and in small letters", () => {
  const id = "0198c0de-0000-4000-8000-00000000abcd";
  expect(uuid.parse(id.toUpperCase())).toBe(id);
});
