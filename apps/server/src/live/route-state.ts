import { createCipheriv, createDecipheriv, hash, hkdfSync } from "node:crypto";
import type { Clock } from "#clock.ts";
import { createByteReader, createByteWriter } from "./byte-codec.ts";

/** What a call's next step must know when nothing else is left: it travels in the addresses we give the carrier. */
export type RouteState = {
  accountId: string;
  callId: string;
  carrierAccountId: number;
  /** Step of the decision that made the address. */
  step: number;
  /** Dial attempt that the address belongs to. */
  attempt: number;
  bookRevision: number;
  /** Epoch ms of the decision. */
  decidedAt: number;
  /** Everybody that this call was offered to, the current attempt last. */
  dialled: readonly { targetId: string; buyerId: number }[];
};

/** A key of the route state. The first in the list seals; a retired one still opens for 4 hours. */
export type RouteStateKey = { id: string; secret: string; retiredAt: number | null };

export type OpenedRouteState =
  | { kind: "opened"; state: RouteState }
  | {
      kind: "refused";
      reason: "missing" | "malformed" | "unknown-key" | "retired-key" | "tampered" | "expired";
    };

export type RouteStateSealer = {
  /** The state as URL-safe text of at most 1,024 characters; the same state gives the same text. */
  seal(state: RouteState): string;
  /** Never throws: whatever is wrong with the text is a reason. */
  open(text: string | undefined): OpenedRouteState;
};

const format = 1;
const textMax = 1024;
const plainMax = 680;
const nonceBytes = 12;
const tagBytes = 16;
const retiredForMs = 4 * 3_600_000;
// Longer than any call with its last callback may take.
const lifetimeMs = 26 * 3_600_000;

type Key = RouteStateKey & { cipherKey: Buffer; nonceKey: Buffer };

const toKey = (key: RouteStateKey): Key => {
  if (!/^[\w-]{1,16}$/.test(key.id)) throw new Error("A key id has 1 to 16 letters, digits, - or _.");
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", key.secret, "", `route-state ${purpose}`, 32));
  return { ...key, cipherKey: derive("cipher"), nonceKey: derive("nonce") };
};

/** Writes the state into `buffer` from `start` on; returns where it ends. */
const encode = (state: RouteState, buffer: Buffer, start: number): number => {
  const bytes = createByteWriter(buffer, start);
  bytes.number(format);
  bytes.uuid(state.accountId);
  bytes.uuid(state.callId);
  bytes.number(state.carrierAccountId);
  bytes.number(state.step);
  bytes.number(state.attempt);
  bytes.number(state.bookRevision);
  bytes.number(state.decidedAt);
  bytes.number(state.dialled.length);
  for (const { targetId, buyerId } of state.dialled) {
    bytes.uuid(targetId);
    bytes.number(buyerId);
  }
  return bytes.end();
};

const decode = (plain: Buffer): RouteState | undefined => {
  const bytes = createByteReader(plain);
  if (bytes.number() !== format) return undefined;
  const head = {
    accountId: bytes.uuid(),
    callId: bytes.uuid(),
    carrierAccountId: bytes.number(),
    step: bytes.number(),
    attempt: bytes.number(),
    bookRevision: bytes.number(),
    decidedAt: bytes.number(),
  };
  const dialled = Array.from({ length: bytes.number() }, () => ({
    targetId: bytes.uuid(),
    buyerId: bytes.number(),
  }));
  return bytes.isAtEnd() ? { ...head, dialled } : undefined;
};

const decrypt = (key: Key, sealed: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv("aes-256-gcm", key.cipherKey, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(key.id));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
};

const splitText = (text: string): { keyId: string; sealed: Buffer } | undefined => {
  if (text.length > textMax) return undefined;
  const [, keyId = "", body = ""] = /^([\w-]{1,16})\.([\w-]+)$/.exec(text) ?? [];
  const sealed = Buffer.from(body, "base64url");
  // A second spelling of the same bytes would be a second address for one state.
  const isPlain = sealed.length > nonceBytes + tagBytes && sealed.toString("base64url") === body;
  return isPlain ? { keyId, sealed } : undefined;
};

const refuse = (reason: Extract<OpenedRouteState, { kind: "refused" }>["reason"]): OpenedRouteState => ({
  kind: "refused",
  reason,
});

/** Seals and opens route state: AES-256-GCM under a key id. Throws on a list without a usable first key. */
export const createRouteStateSealer = (keys: readonly RouteStateKey[], clock: Clock): RouteStateSealer => {
  const derived = keys.map(toKey);
  const [sealing] = derived;
  if (sealing === undefined) throw new Error("Route state needs at least one key.");
  const byId = new Map(derived.map((key) => [key.id, key]));
  const sealingId = Buffer.from(sealing.id);
  // The nonce's key stands before the state, so that both are digested as they lie; nothing here waits for anything.
  const { nonceKey } = sealing;
  const desk = Buffer.concat([nonceKey, Buffer.alloc(plainMax)]);
  const nonce = Buffer.alloc(nonceBytes);

  return {
    seal: (state) => {
      const end = encode(state, desk, nonceKey.length);
      // The nonce is a keyed digest of the state, so a repeated webhook gets the same bytes and no nonce serves two states.
      nonce.write(hash("sha256", desk.subarray(0, end), "binary"), "binary");
      const cipher = createCipheriv("aes-256-gcm", sealing.cipherKey, nonce, { authTagLength: tagBytes });
      cipher.setAAD(sealingId);
      const sealed = [nonce, cipher.update(desk.subarray(nonceKey.length, end)), cipher.final()];
      return `${sealing.id}.${Buffer.concat([...sealed, cipher.getAuthTag()]).toString("base64url")}`;
    },
    open: (text) => {
      if (text === undefined || text === "") return refuse("missing");
      const parts = splitText(text);
      if (parts === undefined) return refuse("malformed");
      const key = byId.get(parts.keyId);
      if (key === undefined) return refuse("unknown-key");
      if (key.retiredAt !== null && clock.now() > key.retiredAt + retiredForMs) return refuse("retired-key");
      const plain = decrypt(key, parts.sealed);
      if (plain === undefined) return refuse("tampered");
      const state = decode(plain);
      if (state === undefined) return refuse("malformed");
      return clock.now() > state.decidedAt + lifetimeMs ? refuse("expired") : { kind: "opened", state };
    },
  };
};
