import type { FarEndPlan } from "#far-ends.ts";
import type { Request } from "#http/router.ts";
import { defaultSwitches, type SwitchChange } from "#switches.ts";
import { CommandError } from "./command-error.ts";

/** The body as an object; empty when there is none. */
export const readObject = ({ body }: Request): object => {
  const value = refuseFailure((): unknown => JSON.parse(body === "" ? "{}" : body));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CommandError(422, "the body must be a JSON object");
  return value;
};

/** Runs something whose errors are the sender's. */
export const refuseFailure = <T>(run: () => T): T => {
  try {
    return run();
  } catch (error) {
    throw new CommandError(422, error instanceof Error ? error.message : String(error));
  }
};

const farEndKinds = new Set(["answer", "voicemail", "busy", "failed", "no-answer", "mix"]);

/** Refuses a plan with a kind of far end that nobody plays: a slip of the pen must not pass for a result. */
export const checkFarEndPlan = (plan: FarEndPlan): FarEndPlan => {
  const farEnds = Array.isArray(plan) ? plan : [plan];
  if (farEnds.length === 0) throw new CommandError(422, "a plan needs at least one far end");
  for (const farEnd of farEnds) {
    if (!farEndKinds.has(farEnd?.kind))
      throw new CommandError(422, `no far end is played as ${JSON.stringify(farEnd)}`);
    if (farEnd.kind === "mix") for (const { farEnd: part } of farEnd.of) checkFarEndPlan(part);
  }
  return plan;
};

/** Refuses switches that do not exist. */
export const checkSwitchChange = (change: SwitchChange): SwitchChange => {
  const known = new Set(
    Object.entries(defaultSwitches).flatMap(([group, switches]) =>
      Object.keys(switches).map((name) => `${group}.${name}`),
    ),
  );
  for (const [group, switches] of Object.entries(change))
    for (const name of Object.keys(switches))
      if (!known.has(`${group}.${name}`)) throw new CommandError(422, `there is no switch ${group}.${name}`);
  return change;
};
