import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const randomText = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

const toChecksum = (text: string): string => {
  let rest = crc32(text);
  let digits = "";
  for (let place = 0; place < 6; place += 1) {
    digits = `${alphabet[rest % alphabet.length]}${digits}`;
    rest = Math.floor(rest / alphabet.length);
  }
  return digits;
};

/** `ccp_live_<id>_<secret><checksum>`: beginning and checksum let a scanner recognise one that leaked. */
export const makeApiKey = (): string => {
  const body = `ccp_live_${randomText(8)}_${randomText(32)}`;
  return `${body}${toChecksum(body)}`;
};

/** The beginning by which people tell keys apart; it gives nothing of the secret away. */
export const toApiKeyPrefix = (key: string): string => key.slice(0, "ccp_live_".length + 8);

/** A plain hash is enough for a secret this long. */
export const hashApiKey = (key: string): string => createHash("sha256").update(key).digest("hex");
