import * as fc from "fast-check";
import { expect, test } from "vitest";
import { inventHistory } from "#testing/history.ts";
import { attestations, attestationSet, toAttestation, toStirVerstat } from "./attestation.ts";

test.each([
  ["TN-Validation-Passed-A", "A"],
  ["TN-Validation-Passed-B", "B"],
  ["TN-Validation-Passed-C", "C"],
  ["TN-Validation-Passed-A-Diverted", "A"],
  ["TN-Validation-Passed-C-Passthrough", "C"],
  ["TN-Validation-Failed", "failed"],
  ["TN-Validation-Failed-A", "failed"],
  ["TN-Validation-Failed-C", "failed"],
  ["No-TN-Validation", "none"],
  ["Something-New", "none"],
  ["", "none"],
  [null, "none"],
] as const)("the carrier's word %s is attestation %s", (stirVerstat, found) => {
  expect(toAttestation(stirVerstat)).toBe(found);
});

test("a set has each once in the usual order, and at least one", () => {
  expect(attestationSet.parse(["none", "A", "none"])).toEqual(["A", "none"]);
  expect(attestationSet.safeParse([]).success).toBe(false);
  expect(attestationSet.safeParse(["D"]).success).toBe(false);
});

test("no call is dialled that was attested otherwise than its campaign accepts, and only such a call is refused for it", () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state, campaign } = inventHistory(seed);
      const accepted = campaign.attestations ?? attestations;
      const isAccepted = accepted.includes(toAttestation(state.arrived?.stirVerstat ?? null));
      const [first] = state.decisions;
      if (!isAccepted) expect(state.attempts).toEqual([]);
      if (first?.choice.kind !== "apologise" || first.choice.reason !== "attestation-refused") return;
      refused += 1;
      expect(isAccepted).toBe(false);
      expect(first.attestation?.accepted).toEqual(accepted);
    }),
    { numRuns: 2000 },
  );
  expect(refused).toBeGreaterThan(20);
});

test("law: the carrier's word for an attestation is read as that attestation", () => {
  for (const each of attestations) expect(toAttestation(toStirVerstat(each))).toBe(each);
});
