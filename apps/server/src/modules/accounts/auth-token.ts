import type { Sealer } from "#sealing.ts";

type Owner = { accountId: string; accountRef: string };

// A token copied into another account's row, or another carrier account's, does not open there.
const toContext = ({ accountId, accountRef }: Owner): string =>
  `${accountId}|carrier_accounts|auth_token|${accountRef}`;

/** A carrier account's token as the database keeps it. */
export const sealAuthToken = (sealer: Sealer, owner: Owner, token: string): string =>
  sealer.seal(Buffer.from(token), toContext(owner)).toString("base64");

/** Throws when the token was sealed for another carrier account or with a key that is gone. */
export const openAuthToken = (sealer: Sealer, owner: Owner, sealed: string): string =>
  sealer.open(Buffer.from(sealed, "base64"), toContext(owner)).toString("utf8");
