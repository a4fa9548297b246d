import { z } from "zod";

/**
 * How far the carrier that let a call in vouches for the caller's number: A for caller and number, B for the caller
 * only, C for neither; "failed" where the signature does not hold, "none" where the call came without one.
 */
export const attestations = ["A", "B", "C", "failed", "none"] as const;

export type Attestation = (typeof attestations)[number];

/** Which attestations are accepted: each once, in the usual order, at least one. */
export const attestationSet = z
  .array(z.enum(attestations))
  .min(1, "Accept at least one, or no call is taken.")
  .overwrite((told) => attestations.filter((each) => told.includes(each)));

/** A demand that a call was held against. */
export type AttestationCheck = { found: Attestation; accepted: readonly Attestation[] };

// Longer words of the carrier begin with these, such as "TN-Validation-Passed-A-Passthrough".
const beginnings: readonly (readonly [string, Attestation])[] = [
  ["TN-Validation-Passed-A", "A"],
  ["TN-Validation-Passed-B", "B"],
  ["TN-Validation-Passed-C", "C"],
  ["TN-Validation-Failed", "failed"],
];

/** Reads the carrier's word (`StirVerstat`); what it does not say, or we do not know, attests nothing. */
export const toAttestation = (stirVerstat: string | null): Attestation =>
  beginnings.find(([beginning]) => stirVerstat?.startsWith(beginning) === true)?.[1] ?? "none";

/** The carrier's word for an attestation; null for a call that came without one. */
export const toStirVerstat = (attestation: Attestation): string | null =>
  beginnings.find(([, each]) => each === attestation)?.[0] ?? null;

/** Holds a call against what its campaign accepts; null where it accepts every call. */
export const checkAttestation = (
  stirVerstat: string | null,
  accepted: readonly Attestation[] | undefined,
): AttestationCheck | null =>
  accepted === undefined ? null : { found: toAttestation(stirVerstat), accepted };

export const isAccepted = ({ found, accepted }: AttestationCheck): boolean => accepted.includes(found);
