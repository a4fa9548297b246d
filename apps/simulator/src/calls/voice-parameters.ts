import { createHash } from "node:crypto";
import { findPlace } from "#geography.ts";
import type { Machine } from "#machine.ts";
import type { Params } from "#webhooks/sign.ts";
import type { Call } from "./call.ts";
import type { Leg } from "./leg.ts";

/** What every request about a leg says of it. */
export const toVoiceParameters = (machine: Machine, call: Call, leg: Leg): Params => {
  const { script } = call;
  const isInbound = leg.direction === "inbound";
  const { sendsCallToken } = machine.world.switches.behaviour;
  return {
    AccountSid: leg.accountSid,
    ApiVersion: "2010-04-01",
    CallSid: leg.sid,
    CallStatus: leg.status,
    Direction: leg.direction,
    ...toParty(["From", "Caller"], leg.from),
    ...toParty(["To", "Called"], leg.to),
    ...(leg.parentSid === undefined ? {} : { ParentCallSid: leg.parentSid }),
    ...(isInbound && sendsCallToken ? { CallToken: toCallToken(leg.sid) } : {}),
    ...(isInbound ? { StirVerstat: script.stirVerstat ?? "TN-Validation-Passed-A" } : {}),
    ...(isInbound && script.forwardedFrom !== undefined ? { ForwardedFrom: script.forwardedFrom } : {}),
    ...(isInbound ? toCallerName(machine, call) : {}),
  };
};

/** One party under its name and its legacy name. */
const toParty = (names: readonly [string, string], number: string): Params => {
  const place = findPlace(number);
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, number],
      [`${name}City`, place.city],
      [`${name}State`, place.state],
      [`${name}Zip`, place.zip],
      [`${name}Country`, place.country],
    ]),
  );
};

const toCallerName = (machine: Machine, { root, script }: Call): Params =>
  machine.world.numbers.get(root.to)?.callerIdLookup === true && script.callerName !== undefined
    ? { CallerName: script.callerName }
    : {};

const toCallToken = (sid: string): string =>
  encodeURIComponent(
    JSON.stringify({
      parentCallInfoToken: createHash("sha256").update(sid).digest("base64url"),
      identityHeaderTokens: [],
    }),
  );

/** A date as the carrier writes it. */
export const toRfc2822 = (at: number): string => new Date(at).toUTCString().replace("GMT", "+0000");
