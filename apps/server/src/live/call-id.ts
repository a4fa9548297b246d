import { hash } from "node:crypto";
import type { CarrierAccountEntry } from "./snapshot/snapshot.ts";

// The namespace of our call ids, itself random; a change would give every call at every carrier a new id.
const namespace = Buffer.from("5c1f8e0a7b3d4e929a6bd20f41c7e853", "hex");

/** The UUID of 16 bytes written as 32 hexadecimal digits. */
export const toUuid = (hex: string): string =>
  // Joined, it is one piece of memory; put together by a template it would be a tree of its parts.
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");

/**
 * The id of a call, the same on every node and at every repetition: UUIDv5 of the carrier account and the carrier's
 * ref of the caller's own leg. Law: calls of different carrier accounts never share an id.
 */
export const toCallId = (
  { carrier, accountRef }: Pick<CarrierAccountEntry, "carrier" | "accountRef">,
  callRef: string,
): string => {
  const name = Buffer.from(`${carrier}:${accountRef}:${callRef}`);
  const digest = hash("sha1", Buffer.concat([namespace, name]), "hex");
  const variant = "89ab".charAt(Number.parseInt(digest.charAt(16), 16) & 3);
  return toUuid(`${digest.slice(0, 12)}5${digest.slice(13, 16)}${variant}${digest.slice(17, 32)}`);
};
