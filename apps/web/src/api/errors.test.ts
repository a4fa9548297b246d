import { expect, test } from "vitest";
import { ApiFailure, explainFailure, isWorthRetrying, readFailure } from "./errors.ts";

const body = {
  code: "invalid",
  message: "Check the fields.",
  details: [{ path: "body.from", message: "Give a phone number." }],
  requestId: "r-1",
};

test("a refusal keeps its code, its fields and its request", async () => {
  const failure = await readFailure(Response.json(body, { status: 400 }));
  expect(failure).toMatchObject(body);
  expect(explainFailure(failure)).toBe("Check the fields.");
  expect(isWorthRetrying(failure)).toBe(false);
});

test("an answer that is not ours is told by its status", async () => {
  const failure = await readFailure(new Response("<html>Bad gateway</html>", { status: 502 }));
  expect(failure.code).toBe("unavailable");
  expect(isWorthRetrying(failure)).toBe(true);
});

test("no answer at all is said in words, not in the browser's", () => {
  const failure = new ApiFailure("unreachable", "TypeError: Failed to fetch");
  expect(explainFailure(failure)).toContain("cannot be reached");
});
