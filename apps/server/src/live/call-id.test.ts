import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toCallId } from "./call-id.ts";

test("is a UUID of version 5, the same each time, and another one for each carrier, account and call", () => {
  const carrier = fc.constantFrom("simulator" as const, "twilio" as const);
  const call = fc.record({
    carrier,
    accountRef: fc.stringMatching(/^AC\w{1,8}$/),
    callRef: fc.stringMatching(/^CA\w{1,8}$/),
  });
  fc.assert(
    fc.property(call, call, (one, two) => {
      const id = toCallId(one, one.callRef);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(toCallId({ ...one }, one.callRef)).toBe(id);
      const isSame = JSON.stringify(one) === JSON.stringify(two);
      expect(toCallId(two, two.callRef) === id).toBe(isSame);
    }),
  );
});
