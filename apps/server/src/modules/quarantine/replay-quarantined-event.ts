import type { QuarantinedEvent } from "@ccp/contract";
import { AppError, notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { isUnbookable, replayQuarantined } from "#live/drain/quarantine.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findQuarantined } from "./quarantine.store.ts";

const toRefusal = (error: unknown): unknown =>
  isUnbookable(error)
    ? new AppError("conflict", `The event still cannot be booked: ${String(error)}`, { cause: error })
    : error;

// The event itself may hold what a person said; the audit log only tells that it was replayed.
const toShown = ({ replayedAt }: QuarantinedEvent) => ({ replayedAt });

/** Books the event after all; one that was replayed before stays as it is. */
export const replayQuarantinedEvent = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number }>): Promise<QuarantinedEvent> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const before = await findQuarantined(tx, input.id);
    if (before === undefined) throw notFound("quarantined event");
    await replayQuarantined(tx, input.id);
    const after = (await findQuarantined(tx, input.id)) ?? before;
    return {
      result: after,
      change: {
        action: "replay",
        noun: "quarantined-event",
        nounId: String(input.id),
        before: toShown(before),
        after: toShown(after),
        book: false,
      },
    };
  }).catch((error: unknown) => {
    throw toRefusal(error);
  });
