import type { CreateTarget } from "@ccp/contract";
import { parsePhone } from "#modules/numbers/parse-phone.ts";

/** A destination with its phone number in E.164; SIP addresses were checked by their schema. */
export const parseDestination = (
  destination: CreateTarget["destination"],
  path: string,
): CreateTarget["destination"] =>
  destination.kind === "phone"
    ? { kind: "phone", address: parsePhone(destination.address, path) }
    : destination;
