import type { Request } from "express";
import { z } from "zod";

/** Signed out after this long in any case. */
const sessionMaxMs = 12 * 60 * 60_000;

const signedIn = z.object({ accountId: z.uuid(), userId: z.number(), at: z.number() });

export type SignedIn = z.infer<typeof signedIn>;

export const writeSignedIn = (request: Request, value: SignedIn): void => {
  Object.assign(request.session, { signedIn: value });
};

/** Who signed in in this browser's session; undefined when nobody did or it was too long ago. */
export const findSignedIn = (request: Request, now: number): SignedIn | undefined => {
  const found = z.object({ signedIn }).safeParse(request.session);
  if (!found.success || now - found.data.signedIn.at > sessionMaxMs) return undefined;
  return found.data.signedIn;
};
