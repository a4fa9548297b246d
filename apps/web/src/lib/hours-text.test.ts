import type { Span } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toHoursText } from "@ccp/contract";
import { readHoursText, readTime, toWeekly } from "./hours-text.ts";

const office: Span[] = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "17:00" },
];

const officeWeek = toWeekly((day) => (day === "sat" || day === "sun" ? [] : office));

test("a week is one line, and days alike stand together", () => {
  expect(toHoursText(officeWeek)).toBe("Mon-Fri 09:00-12:00, 13:00-17:00; Sat-Sun closed");
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const spans = fc.array(fc.record({ from: time, to: fc.oneof(time, fc.constant("24:00")) }), { maxLength: 3 });

test("what is written out is read back as it was, whatever the week", () => {
  fc.assert(
    fc.property(fc.array(spans, { minLength: 7, maxLength: 7 }), (week) => {
      const rows = [...week];
      const weekly = toWeekly(() => rows.shift() ?? []);
      expect(readHoursText(toHoursText(weekly))).toEqual({ kind: "read", weekly });
    }),
  );
});

test("people write hours in many ways", () => {
  const same = [
    "mon-fri 9-12, 13-17",
    "Monday to Friday: 9am - 12pm, 1pm – 5pm",
    "weekdays 0900-1200,1300-1700; Sat closed",
    "Mon, Tue, Wed 9:00-12:00, 13:00-17:00\nThu and Fri 9:00-12:00, 13:00-17:00",
  ];
  for (const text of same) expect(readHoursText(text)).toEqual({ kind: "read", weekly: officeWeek });
});

test("a range of days may run over the week's end, and hours over midnight", () => {
  const reading = readHoursText("Fri-Mon 22:00-02:00");
  expect(reading).toMatchObject({
    kind: "read",
    weekly: { mon: [{ from: "22:00", to: "02:00" }], tue: [], sun: [{ from: "22:00", to: "02:00" }] },
  });
});

test("what is not understood is quoted, and a day named twice is told", () => {
  expect(readHoursText("Mon-Fri 9-5")).toMatchObject({ problem: expect.stringContaining('"Mon-Fri 9-5"') });
  expect(readHoursText("Mon-Fri 9-17; Sometimes")).toMatchObject({
    problem: expect.stringContaining('"Sometimes"'),
  });
  expect(readHoursText("Mon 9-12; Mon-Tue 13-17")).toEqual({
    kind: "unread",
    problem: "Monday stands here twice.",
  });
  expect(readHoursText("Mon 9-25").kind).toBe("unread");
});

test("a time is read however it is typed", () => {
  const readings = ["9", "930", "9:30", "5pm", "12 am", "12pm", "24:00", "24:30", "13pm", "x"].map(readTime);
  expect(readings).toEqual([
    "09:00",
    "09:30",
    "09:30",
    "17:00",
    "00:00",
    "12:00",
    "24:00",
    undefined,
    undefined,
    undefined,
  ]);
});
