import type { Routes } from "#http/implementation.ts";
import { fetchRecording } from "#modules/recordings/fetch-recording.ts";
import { countCalls } from "./count-calls.ts";
import { exportCalls } from "./export-calls.ts";
import { getCall } from "./get-call.ts";
import { hangUpCall } from "./hang-up-call.ts";
import { listCalls } from "./list-calls.ts";
import { reportConversion } from "./report-conversion.ts";
import { streamBookedCalls } from "./stream-booked-calls.ts";

export const callRoutes: Routes<
  | "listCalls"
  | "exportCalls"
  | "countCalls"
  | "getCall"
  | "hangUpCall"
  | "reportConversion"
  | "getRecordingMedia"
  | "streamBookedCalls"
> = {
  listCalls: ({ deps, ctx, input }) =>
    listCalls({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
  exportCalls: ({ deps, ctx, input }) =>
    Promise.resolve(exportCalls({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  countCalls: ({ deps, ctx, input }) =>
    countCalls({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() }),
  getCall: ({ deps, ctx, input }) => getCall({ pools: deps.pools, ctx, input: input.params }),
  hangUpCall: ({ deps, ctx, input }) =>
    hangUpCall({
      pools: deps.pools,
      ctx,
      findCarrierClient: (accountId, carrierAccountId) => deps.findCarrierClient(accountId, carrierAccountId),
      input: input.params,
    }),
  reportConversion: ({ deps, ctx, input }) =>
    reportConversion({
      pools: deps.pools,
      ctx,
      record: (events) => deps.record(events),
      now: deps.clock.now(),
      input: input.body,
    }),
  getRecordingMedia: ({ deps, ctx, input }) =>
    fetchRecording({
      pools: deps.pools,
      ctx,
      findCarrierClient: (accountId, carrierAccountId) => deps.findCarrierClient(accountId, carrierAccountId),
      callId: input.params.id,
      ref: input.params.ref,
    }),
  streamBookedCalls: ({ deps, ctx }) =>
    Promise.resolve(
      streamBookedCalls({ subscribe: (accountId, send) => deps.subscribe(accountId, send), ctx }),
    ),
};
