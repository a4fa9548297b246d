import { assert, dictionary, property, string, stringMatching, webUrl } from "fast-check";
import { validateRequest } from "twilio";
import { expect, test } from "vitest";
import { signRequest } from "./sign.ts";

test("the published example gives its published signature", () => {
  const params = {
    CallSid: "CA1234567890ABCDE",
    Caller: "+14158675309",
    Digits: "1234",
    From: "+14158675309",
    To: "+18005551212",
  };
  expect(signRequest("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", params)).toBe(
    "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
  );
});

test("the official validator accepts every signature, and none over other values", () => {
  const params = dictionary(stringMatching(/^[A-Za-z_]{1,12}$/), string({ unit: "binary" }), {
    maxKeys: 30,
  });
  const path = webUrl({ withQueryParameters: true });
  assert(
    property(string({ minLength: 1 }), path, params, (token, url, values) => {
      const signature = signRequest(token, url, values);
      expect(validateRequest(token, signature, url, values)).toBe(true);
      expect(validateRequest(token, signature, url, { ...values, Added: "1" })).toBe(false);
    }),
  );
});
