import { parse } from "node:querystring";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import twilio from "twilio";
import { parseForm } from "./parse-form.ts";
import { signForm, verify } from "./verify.ts";

const { validateRequest } = twilio;
const publicUrl = "https://calls.example.com";

const readForm = (body: string) => parseForm(Buffer.from(body)) ?? new Map<string, string>();

const verifyBody = (
  body: string,
  url: string,
  signature: string | undefined,
  tokens: string[],
  base = publicUrl,
  header = "X-Twilio-Signature",
) =>
  verify(
    {
      method: "POST",
      url,
      rawHeaders: ["Host", "calls.example.com", ...(signature === undefined ? [] : [header, signature])],
      body: Buffer.from(body),
    },
    readForm(body),
    base,
    tokens,
  );

const genuine = { kind: "genuine" };
const badSignature = { kind: "forged", reason: "bad-signature" };

test("gives the signature of the published example", () => {
  const form = new Map([
    ["CallSid", "CA1234567890ABCDE"],
    ["Caller", "+12025550142"],
    ["Digits", "1234"],
  ]);
  const url = "https://mycompany.example/myapp.php?foo=1&bar=2";
  const params = Object.fromEntries(form);
  expect(validateRequest("12345", signForm("12345", url, form), url, params)).toBe(true);
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("a b", "%", "+", "é", "'", ""),
);
const body = fc
  .array(fc.tuple(fc.oneof(text, fc.constantFrom("A", "a", "AB", "__proto__")), text), { maxLength: 30 })
  .map((pairs) =>
    pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&"),
  );
const origin = fc.constantFrom(
  "https://calls.example.com",
  "http://calls.example.com",
  "https://calls.example.com:8443",
  "https://calls.example.com:443",
  "http://127.0.0.1:5000",
  "https://user:pass@calls.example.com",
  "http://[::1]:5000",
);
const path = fc
  .tuple(
    fc.constantFrom("/", "/carriers/twilio/voice", "/a'b"),
    fc.constantFrom("", "?", "?s=x'y", "?a=b%27c&a=d e"),
  )
  .map(([pathname, query]) => pathname + query);
/** The ways in which the carrier's back ends spell the address they sign, and one that none of them uses. */
const spelling = fc.constantFrom(
  (url: string) => url,
  (url: string) => url.replace(/:(\d+)(?=\/)/, ""),
  (url: string) => url.replace(/^(https:\/\/[^/:]+)(?=\/)/, "$1:443"),
  (url: string) => new URL(url).toString(),
  (url: string) => `${url}#rc=5`,
);

test("agrees with the carrier's own validator on any form, address, port and spelling", () => {
  let accepted = 0;
  fc.assert(
    fc.property(body, origin, path, spelling, fc.boolean(), (body, origin, path, spell, isHonest) => {
      const url = origin + path;
      const signature = signForm(isHonest ? "secret" : "other", spell(url), readForm(body));
      const expected = validateRequest("secret", signature, url, parse(body));
      const verdict = verifyBody(body, path, signature, ["secret"], origin);
      expect(verdict.kind === "genuine").toBe(expected);
      if (expected) accepted += 1;
    }),
    { numRuns: 1_000 },
  );
  expect(accepted).toBeGreaterThan(200);
});

test("reads every form as the standard decoder does, broken encodings and repeated names included", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "&", "=", "+", "%", "2", "0", "C", "3") }),
      (body) => {
        expect(Object.fromEntries(readForm(body))).toEqual({
          ...parse(body, undefined, undefined, { maxKeys: 0 }),
        });
      },
    ),
  );
});

test("any changed byte of the form or the address makes it forged", () => {
  const form = "CallSid=CA1&From=%2B12025550142&To=%2B12025550143";
  const url = "/carriers/twilio/voice";
  const signature = signForm("secret", publicUrl + url, readForm(form));
  expect(verifyBody(form, url, signature, ["secret"])).toEqual(genuine);
  expect(verifyBody(`${form}&Digits=1`, url, signature, ["secret"])).toEqual(badSignature);
  expect(verifyBody(form.replace("CA1", "CA2"), url, signature, ["secret"])).toEqual(badSignature);
  expect(verifyBody(form, `${url}?s=1`, signature, ["secret"])).toEqual(badSignature);
  expect(verifyBody(form, url, `${signature} `, ["secret"])).toEqual(badSignature);
});

test("while a token is being changed, the signature of either is genuine", () => {
  const signature = signForm("new", `${publicUrl}/carriers/twilio/status`, readForm("A=1"));
  expect(verifyBody("A=1", "/carriers/twilio/status", signature, ["old", "new"])).toEqual(genuine);
  expect(verifyBody("A=1", "/carriers/twilio/status", signature, ["old"])).toEqual(badSignature);
});

test("without a signature, or without a token to check it, nothing is genuine", () => {
  const unkeyed = signForm("", `${publicUrl}/`, readForm("A=1"));
  expect(verifyBody("A=1", "/", undefined, ["secret"])).toEqual({ kind: "forged", reason: "unsigned" });
  expect(verifyBody("A=1", "/", "", ["secret"])).toEqual({ kind: "forged", reason: "unsigned" });
  expect(verifyBody("A=1", "/", unkeyed, [])).toEqual({ kind: "forged", reason: "no-token" });
  expect(verifyBody("A=1", "/", unkeyed, [""])).toEqual({ kind: "forged", reason: "no-token" });
});

test("a form of more fields than any webhook has is refused unread", () => {
  expect(parseForm(Buffer.from("a=1&".repeat(1_000)))).toBeDefined();
  expect(parseForm(Buffer.from("a=1&".repeat(1_001)))).toBeUndefined();
});
