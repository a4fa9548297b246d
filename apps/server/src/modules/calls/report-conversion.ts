import type { ReportConversion, ReportedConversion } from "@ccp/contract";
import {
  type CallEvent,
  type CallState,
  findConversation,
  hasClaims,
  type ReportedConversionFact,
  toEventKey,
} from "@ccp/engine";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { readStates } from "./read-folded.ts";

export type ReportConversionOptions = {
  pools: Pools;
  ctx: Context;
  /** Makes events durable, as the live path does; rejects when they are not taken. */
  record(events: readonly CallEvent[]): Promise<void>;
  /** Epoch ms. */
  now: number;
  input: ReportConversion;
};

const readCall = ({ pools, ctx, input }: ReportConversionOptions): Promise<CallState> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const state = (await readStates(tx, [input.callId])).get(input.callId);
    if (state !== undefined && state.arrived !== null) return state;
    const message = "There is no such call.";
    throw new AppError("invalid", message, { details: [{ path: "body.callId", message }] });
  });

/** Of several conversations, the one that the call was handed on to counts. */
const requireReportable = (state: CallState): void => {
  const conversation = findConversation(state);
  if (conversation === undefined) throw new AppError("conflict", "The call is not connected to a target.");
  if (conversation.terms.conversion?.kind !== "webhook") {
    throw new AppError("conflict", "The call's target converts by other terms than reports.");
  }
};

/** Whether the report was taken before; throws where its key stands for another one. */
const isKnown = ({ events }: CallState, key: string, { micros }: ReportConversion): boolean => {
  const fact = events.find((event) => event.key === key)?.fact;
  if (fact?.kind !== "reported-conversion") return false;
  if (fact.micros === micros) return true;
  throw new AppError(
    "conflict",
    "This key was sent with another amount; a correction needs a key of its own.",
    {
      details: [{ path: "body.micros", message: "The amount was another one." }],
    },
  );
};

/** Takes a buyer's report as a fact of the call: in the journal first, booked as everything else is. */
export const reportConversion = async (options: ReportConversionOptions): Promise<ReportedConversion> => {
  const { pools, ctx, record, now, input } = options;
  const { callId, idempotencyKey, micros } = input;
  const state = await readCall(options);
  requireReportable(state);
  const fact: ReportedConversionFact = { kind: "reported-conversion", reportKey: idempotencyKey, micros };
  const key = toEventKey(fact);
  if (isKnown(state, key, input)) return input;
  const event = { key, accountId: ctx.accountId, callId, at: now, fact };
  // Where it counts under caps, a call that the live path has forgotten is told again, so that the report does too.
  const told = hasClaims(state) ? [...state.events, event] : [event];
  await record(told).catch((cause: unknown) => {
    throw new AppError("unavailable", "The report cannot be taken just now. Send it again.", { cause });
  });
  return changeAccount({ pools, ctx }, () =>
    Promise.resolve({
      result: input,
      change: {
        action: "report-conversion",
        noun: "call",
        nounId: callId,
        before: null,
        after: { idempotencyKey, micros },
        book: false,
      },
    }),
  );
};
