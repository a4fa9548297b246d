import type { Clock } from "#clock.ts";
import type { Sender } from "#webhooks/send-once.ts";
import type { World } from "#world/world.ts";

/** What every part of the simulator works with. */
export type Machine = {
  readonly clock: Clock;
  readonly world: World;
  readonly sender: Sender;
  /** Transcripts of ended calls that are kept. */
  readonly transcriptsKept: number;
  /** The address of this simulator, known once it listens. */
  baseUrl: string;
};
