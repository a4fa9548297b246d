import { createHash } from "node:crypto";

/** Every account of the simulator starts so: no real account can be mistaken for one, nor the reverse. */
export const accountPrefix = "ACfacade";

/** A resource id: two letters and 32 hexadecimal digits, the same for the same source words. */
export const toSid = (prefix: "CA" | "RE" | "PN", ...source: readonly (string | number)[]): string =>
  prefix + createHash("md5").update(source.join(":")).digest("hex");

/** Whether the id is one that only this simulator hands out. */
export const isSimulatedAccountSid = (sid: string): boolean => /^ACfacade[0-9a-f]{26}$/.test(sid);
