import type { VerbTable } from "#calls/session.ts";
import { playDial } from "./dial.ts";
import { playReject } from "./leaving.ts";
import { playRecord } from "./record.ts";
import { screenVerbs } from "./screen-verbs.ts";

/** What the document of an ordinary leg may hold; every other verb is refused with a fault. */
export const mainVerbs: VerbTable = new Map([
  ...screenVerbs,
  ["Dial", playDial],
  ["Record", playRecord],
  ["Reject", playReject],
]);
