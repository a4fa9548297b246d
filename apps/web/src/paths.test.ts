import { expect, test } from "vitest";
import { paths, toSafeNext } from "./paths.ts";

test("every page has one address", () => {
  expect({
    home: paths.home(),
    signIn: paths.signIn("/calls?status=ended"),
    signInLink: paths.signInLink(),
    calls: paths.calls(),
    filtered: paths.calls("status=ended"),
    call: paths.call("a b"),
    testCall: paths.testCall(),
    runningTestCall: paths.runningTestCall("CA1"),
    apiDocs: paths.apiDocs(),
  }).toEqual({
    home: "/",
    signIn: "/sign-in?next=%2Fcalls%3Fstatus%3Dended",
    signInLink: "/sign-in/link",
    calls: "/calls",
    filtered: "/calls?status=ended",
    call: "/calls/a%20b",
    testCall: "/test-call",
    runningTestCall: "/test-call/CA1",
    apiDocs: "/docs",
  });
});

test.each([
  "https://example.com",
  "//example.com",
  "/\\example.com",
  "javascript:alert(1)",
  "",
  "/sign-in",
  null,
])("sign-in never leads away or in a circle: %s", (next) => expect(toSafeNext(next)).toBe("/"));

test("sign-in leads back to the page that was asked for", () => {
  expect(toSafeNext("/calls?status=ended")).toBe("/calls?status=ended");
});
