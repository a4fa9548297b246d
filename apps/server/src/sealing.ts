import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** A key that seals and opens; its id goes with every record, so that keys can be changed while old records stay readable. */
export type SealingKey = { id: string; secret: string };

export type Sealer = {
  /** Encrypts; the context (what the record is and whose) must be given again to open it. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** Throws when the record was changed, belongs to another context or was sealed with an unknown key. */
  open(sealed: Buffer, context: string): Buffer;
};

const algorithm = "aes-256-gcm";
const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
/** Format and length of the key id. */
const headBytes = 2;

const deriveKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "callcenter-pro sealing", 32));

/** Record: format, key id with its length, nonce, ciphertext, tag. The first key seals, all of them open. */
export const createSealer = (keys: readonly SealingKey[]): Sealer => {
  const [first] = keys;
  if (first === undefined) throw new Error("Sealing needs a key.");
  const derived = new Map(keys.map((key) => [key.id, deriveKey(key.secret)]));
  const sealingKey = deriveKey(first.secret);
  const idBytes = Buffer.from(first.id);
  if (idBytes.length > 255) throw new Error("The id of a sealing key must fit in 255 bytes.");
  const head = Buffer.concat([Buffer.from([format, idBytes.length]), idBytes]);

  return {
    seal: (plain, context) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, sealingKey, nonce).setAAD(Buffer.from(context));
      return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, context) => {
      const idEnd = headBytes + (sealed[1] ?? 0);
      const nonceEnd = idEnd + nonceBytes;
      if (sealed[0] !== format || sealed.length < nonceEnd + tagBytes) {
        throw new Error("This is not a sealed record.");
      }
      const id = sealed.toString("utf8", headBytes, idEnd);
      const key = derived.get(id);
      if (key === undefined) throw new Error(`The record was sealed with the unknown key ${id}.`);
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(idEnd, nonceEnd), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(sealed.subarray(-tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(nonceEnd, -tagBytes)), decipher.final()]);
    },
  };
};
