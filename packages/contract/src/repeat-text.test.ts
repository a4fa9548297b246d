import { noRepeatRules } from "@ccp/engine";
import { expect, test } from "vitest";
import { toOnceText, toPaidOnceText, toProtectionText, toRepeatsText } from "./repeat-text.ts";

const ever = { kind: "ever" } as const;
const day = { kind: "days", days: 1 } as const;
const month = { kind: "days", days: 30 } as const;

test("a protection says for how long and after what", () => {
  expect([
    toProtectionText(null),
    toProtectionText({ after: "connected", window: ever }),
    toProtectionText({ after: "converted", window: day }),
  ]).toEqual([
    "Takes callers again",
    "Nobody again after a connection",
    "Nobody again within 1 day of a conversion",
  ]);
});

test("terms say how often a caller is paid for, and for whom together", () => {
  expect([
    toOnceText(undefined),
    toOnceText(ever),
    toPaidOnceText({ window: month, across: "publisher" }),
    toPaidOnceText({ window: month, across: "campaign" }),
  ]).toEqual([
    "",
    "once per caller",
    "once per caller within 30 days",
    "once per caller within 30 days for all publishers together",
  ]);
});

test("a campaign's rules stand on one line, and what is off is left out", () => {
  expect(toRepeatsText(noRepeatRules)).toBe("Treated like every call");
  expect(
    toRepeatsText({
      spam: { kind: "within", seconds: 30 },
      report: month,
      returning: { kind: "different", strict: true },
      anonymous: "fallback",
    }),
  ).toBe(
    "Refused within 30 s of the last call; Repeats marked within 30 days; Returning callers only to a different target; Withheld numbers to the fallback",
  );
});
