import { assumptions, microsText, type Assumption } from "@ccp/engine";
import { z } from "zod";
import { time, uuid } from "./fields.ts";

export const dryRunCallsMax = 10_000;

export const startDryRunBody = z.strictObject({
  /** So many of the plan's last calls that are over. */
  calls: z.int().min(1).max(dryRunCallsMax).default(1000),
});

export type StartDryRun = z.infer<typeof startDryRunBody>;

export const dryRunParams = z.strictObject({ id: uuid, dryRunId: uuid });

const money = { revenueMicros: microsText, payoutMicros: microsText };

const counted = z.strictObject({ calls: z.number(), ...money });

/** A target or an agent; without a name where it is gone. Several ring at once, none is for nobody. */
const destination = z.array(z.strictObject({ id: uuid, name: z.string().nullable() }));

/**
 * Whether a call would have rung whom it rang first, somebody else, somebody instead of nobody, or nobody any more.
 */
const fate = z.enum(["kept", "moved", "gained", "lost"]);

export const dryRunResult = z.strictObject({
  currency: z.string(),
  calls: z.number(),
  fates: z.record(fate, z.number()),
  /** What the calls have really earned. */
  before: z.strictObject(money),
  /** What was kept and what is estimated, together. */
  after: z.strictObject(money),
  kept: z.strictObject(money),
  estimated: z.strictObject(money),
  /** Calls that would have gone where there is nothing to go by, with what they have really earned; not in `after`. */
  unestimated: counted,
  destinations: z.array(
    z.strictObject({
      targets: destination,
      before: counted,
      after: z.strictObject({ ...counted.shape, unestimated: z.number() }),
      /** The calls that its estimate goes by. */
      sample: z.strictObject({ dialled: z.number(), converted: z.number() }),
    }),
  ),
  /** The first that would have gone elsewhere, in order of arrival. */
  moves: z.array(
    z.strictObject({
      callId: uuid,
      at: time,
      fate,
      from: destination,
      to: destination,
      before: z.strictObject(money),
      /** Null where there is nothing to go by. */
      estimate: z.strictObject(money).nullable(),
    }),
  ),
  /** What is taken for granted, in words, and of how many calls. */
  assumptions: z.array(
    z.strictObject({
      assumption: z.enum(Object.keys(assumptions) as [Assumption, ...Assumption[]]),
      sentence: z.string(),
      calls: z.number(),
    }),
  ),
});

export type DryRunShown = z.infer<typeof dryRunResult>;

/** A draft tried on past calls. Kept for a while by the process that made it, and never written down. */
export const dryRun = z.strictObject({
  id: uuid,
  state: z.enum(["running", "done", "failed"]),
  /** The version of the draft that is tried. */
  draftVersion: z.number(),
  /** Steps; each call is read, learned from and decided again. */
  done: z.number(),
  total: z.number(),
  startedAt: time,
  result: dryRunResult.nullable(),
});

export type DryRunState = z.infer<typeof dryRun>;
