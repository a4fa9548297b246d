import { attestations, type Attestation } from "@ccp/engine";

/** Attestations as they are chosen among and shown: a short name, and what it says of the caller. */
export const attestationWords: Record<Attestation, { label: string; meaning: string }> = {
  A: { label: "A", meaning: "The caller's carrier knows the caller and vouches for the number." },
  B: { label: "B", meaning: "The caller's carrier knows the caller, but not that the number is theirs." },
  C: { label: "C", meaning: "The carrier that passed the call on vouches for nothing." },
  failed: { label: "Failed", meaning: "The call's signature does not hold; its number may be forged." },
  none: {
    label: "None",
    meaning: "The call came without a signature, as many from abroad and old networks do.",
  },
};

/** What is accepted, on one line: "A or B", "every call". */
export const toAttestationsText = (accepted: readonly Attestation[] | null): string => {
  if (accepted === null || accepted.length === attestations.length) return "Every call";
  return accepted.map((each) => attestationWords[each].label).join(", ");
};
