import type { BookedMessage } from "@ccp/contract";
import type { Context } from "#http/context.ts";
import type { Subscribe } from "#http/deps.ts";
import type { Streaming } from "#http/implementation.ts";

/** The account's bookings until the reader leaves. */
export const streamBookedCalls =
  ({ subscribe, ctx }: { subscribe: Subscribe; ctx: Context }): Streaming<BookedMessage> =>
  (send, signal) =>
    new Promise((resolve) => {
      const unsubscribe = subscribe(ctx.accountId, send);
      signal.addEventListener("abort", () => {
        unsubscribe();
        resolve();
      });
    });
