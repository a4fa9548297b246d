import type { Attestation, AttestationCheck } from "./attestation.ts";

const foundWords: Record<Attestation, string> = {
  A: "with attestation A",
  B: "with attestation B",
  C: "with attestation C",
  failed: "with an attestation that failed",
  none: "without an attestation",
};

const acceptedWords: Record<Attestation, string> = {
  A: "A",
  B: "B",
  C: "C",
  failed: "failed",
  none: "none",
};

const join = (words: readonly string[]): string => {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
};

/** Why a call was refused, as the end of a sentence that begins with "because". */
export const describeAttestation = ({ found, accepted }: AttestationCheck): string =>
  `the call came ${foundWords[found]}, and only ${join(accepted.map((each) => acceptedWords[each]))} was accepted`;
