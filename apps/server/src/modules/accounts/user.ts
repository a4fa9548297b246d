import type { Role } from "@ccp/contract";

/** Who signed in, and where. */
export type SignedIn = { accountId: string; userId: number; role: Role };

/** One person, one spelling. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();
