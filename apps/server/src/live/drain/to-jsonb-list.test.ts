import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toJsonbList } from "./to-jsonb-list.ts";

test("joins lists into one, whatever they hold, behind the format that PostgreSQL asks for", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.jsonValue())), (lists) => {
      const bytes = toJsonbList(lists.map((list) => Buffer.from(JSON.stringify(list))));
      expect(bytes[0]).toBe(1);
      expect(JSON.parse(bytes.toString("utf8", 1))).toEqual(JSON.parse(JSON.stringify(lists.flat())));
    }),
  );
});
