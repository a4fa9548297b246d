import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The way into an installation in which nobody has an account: one token, made by this process. */
export type SetUpGate = {
  /** To be printed where only whoever runs the server reads it; null while the gate is closed. */
  token(): string | null;
  isRight(token: string): boolean;
  /** Nobody comes in by this token any more. */
  close(): void;
};

const hash = (token: string): Buffer => createHash("sha256").update(token).digest();

export const createSetUpGate = ({ isOpen }: { isOpen: boolean }): SetUpGate => {
  let token = isOpen ? randomBytes(32).toString("base64url") : null;
  return {
    token: () => token,
    // Hashes have one length, and the comparison takes as long for every one of them.
    isRight: (given) => token !== null && timingSafeEqual(hash(given), hash(token)),
    close: () => {
      token = null;
    },
  };
};
