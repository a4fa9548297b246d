import type { Sealer } from "#sealing.ts";

type Owner = { accountId: string; accountRef: string };

/** A carrier account's token, and the one before it where that is still believed until then (epoch ms). */
export type AuthToken = { token: string; former: { token: string; until: number } | null };

/** Time to make the new token the first one at the carrier, which signs with the former until then. */
const formerTokenMs = 24 * 3_600_000;

// A token copied into another account's row, or another carrier account's, does not open there.
const toContext = ({ accountId, accountRef }: Owner): string =>
  `${accountId}|carrier_accounts|auth_token|${accountRef}`;

/** A carrier account's token as the database keeps it. */
export const sealAuthToken = (
  sealer: Sealer,
  owner: Owner,
  token: string,
  former: AuthToken["former"] = null,
): string => {
  const lines = former === null ? [token] : [token, former.token, former.until];
  return sealer.seal(Buffer.from(lines.join("\n")), toContext(owner)).toString("base64");
};

/** Throws when the token was sealed for another carrier account or with a key that is gone. */
export const openAuthToken = (sealer: Sealer, owner: Owner, sealed: string): AuthToken => {
  const text = sealer.open(Buffer.from(sealed, "base64"), toContext(owner)).toString("utf8");
  const [, token = text, former, until] = /^(.+)\n(.+)\n(\d+)$/.exec(text) ?? [];
  return { token, former: former === undefined ? null : { token: former, until: Number(until) } };
};

/** Undefined when it cannot be opened, because its key is gone. */
export const findAuthToken = (sealer: Sealer, owner: Owner, sealed: string): AuthToken | undefined => {
  try {
    return openAuthToken(sealer, owner, sealed);
  } catch {
    return undefined;
  }
};

/** Another token in place of the sealed one, which is believed a day longer. The same token again ends that at once. */
export const replaceAuthToken = (
  sealer: Sealer,
  owner: Owner,
  { sealed, token, now }: { sealed: string; token: string; now: number },
): string => {
  const held = findAuthToken(sealer, owner, sealed);
  if (held === undefined || held.token === token) return sealAuthToken(sealer, owner, token);
  return sealAuthToken(sealer, owner, token, { token: held.token, until: now + formerTokenMs });
};
