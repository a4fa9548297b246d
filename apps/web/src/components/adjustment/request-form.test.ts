import { expect, test } from "vitest";
import { createRequestForm, type RequestValues } from "./request-form.ts";

const callId = "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0003";
const typed: RequestValues = {
  party: "buyer",
  direction: "less",
  amountMicros: "12.50",
  reason: "Wrong number",
};
const form = createRequestForm(callId);

test("what is taken away is sent with a minus, what is added without", () => {
  expect(form.parse(typed)).toEqual({
    callId,
    party: "buyer",
    amountMicros: "-12500000",
    reason: "Wrong number",
  });
  expect(form.parse({ ...typed, direction: "more" }).amountMicros).toBe("12500000");
});

test.each(["", "0", "0.00", "-5", "12,50", "0.0000001"])(
  "the amount %j is refused beside its field",
  (amountMicros) => {
    const { error } = form.safeParse({ ...typed, amountMicros });
    expect(error?.issues.map(({ path }) => path)).toEqual([["amountMicros"]]);
  },
);
