import type { VerbTable } from "#calls/session.ts";
import type { Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { createAccountRoutes } from "./accounts.ts";
import { createAvailableNumberRoutes } from "./available-numbers.ts";
import { createCallRoutes } from "./calls.ts";
import { createIncomingNumberRoutes } from "./incoming-numbers.ts";
import { createRecordingRoutes } from "./recordings.ts";

/** The part of the carrier's REST API that is played. */
export const createRestRoutes = (machine: Machine, verbs: VerbTable): readonly Route[] => [
  ...createAccountRoutes(machine),
  ...createAvailableNumberRoutes(machine),
  ...createIncomingNumberRoutes(machine),
  ...createCallRoutes(machine, verbs),
  ...createRecordingRoutes(machine),
];
