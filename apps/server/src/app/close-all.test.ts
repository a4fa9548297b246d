import { pino } from "pino";
import { expect, test } from "vitest";
import { closeAll } from "./close-all.ts";

test("a part that cannot be closed keeps none after it from being closed", async () => {
  const closed: string[] = [];
  const closing = closeAll(
    [
      () => Promise.reject(new Error("the journal is gone")),
      async () => {
        await Promise.resolve();
        closed.push("database");
      },
      () => void closed.push("lock"),
    ],
    pino({ level: "silent" }),
  );
  await expect(closing).rejects.toThrow("Not everything could be closed.");
  expect(closed).toEqual(["database", "lock"]);
});
