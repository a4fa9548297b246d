import { z } from "zod";
import { emptyCall } from "#call/fold.ts";
import { toRemembered } from "#duplicate/to-remembered.ts";
import { listRows, type Stage } from "./stage.ts";

/** What is known of another call of the caller, this many seconds ago; of a dial where a target is named. */
export const remembered = z.strictObject({
  ago: z.number(),
  campaignId: z.string().default("campaign"),
  publisherId: z.string().nullable().default("publisher"),
  payout: z.enum(["none", "open", "earned"]).default("none"),
  target: z.string().optional(),
  standing: z.enum(["ringing", "talking", "connected", "converted"]).default("connected"),
});

/** Has another call of the caller be known. */
export const remember = (
  stage: Stage,
  { ago, target, standing, ...told }: z.infer<typeof remembered>,
): void => {
  const row = listRows(stage).find(({ targetName }) => targetName === target);
  const at = stage.now - ago * 1000;
  const dials = row === undefined ? [] : [{ targetId: row.targetId, buyerId: row.buyerId, at, standing }];
  stage.remembered.push({ ...told, callId: `remembered ${stage.remembered.length}`, at, dials });
};

/** What came of the call that was told so far is remembered. */
export const beginAnother = (stage: Stage): void => {
  const known = toRemembered(stage.state)?.call;
  if (known !== undefined) stage.remembered.push({ ...known, callId: `call ${stage.remembered.length}` });
  stage.state = emptyCall("call", "account");
};
