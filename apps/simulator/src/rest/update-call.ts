import type { Call } from "#calls/call.ts";
import type { Interruption, Leg } from "#calls/leg.ts";
import { runLater } from "#calls/notify.ts";
import { isLive } from "#calls/place-call.ts";
import { interrupt } from "#calls/wait.ts";
import type { Machine } from "#machine.ts";
import { readSource } from "./create-call.ts";
import { RestError } from "./errors.ts";

/** Hangs a live leg up, or gives it another document. */
export const updateCall = (machine: Machine, call: Call, leg: Leg, form: URLSearchParams): void => {
  const change = (interruption: Interruption): void => {
    runLater(machine, call, 0, () => {
      interrupt(leg, interruption);
    });
  };
  const status = form.get("Status");
  if (!isLive(leg)) throw notInProgress("Call is not in-progress. Cannot redirect.");
  if (status === "completed" || status === "canceled") {
    if (status === "canceled" && leg.answeredAt !== undefined)
      throw notInProgress("Call is already answered.");
    change({ kind: "hung-up", by: "carrier", at: machine.clock.now() });
    return;
  }
  if (status !== null) throw new RestError(400, 21_200, `Invalid Status: ${status}`);
  const target = readSource(form);
  if (target === undefined) return;
  if (leg.status !== "in-progress") throw notInProgress("Call is not in-progress. Cannot redirect.");
  change({ kind: "redirected", target });
};

const notInProgress = (message: string): RestError => new RestError(400, 21_220, message);
