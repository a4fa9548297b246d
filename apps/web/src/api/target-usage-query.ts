import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

const targetUsageKey = ["target-usage"];

/** Calls at once and counts of all targets in service, as of when they were asked for. */
export const targetUsageQuery = queryOptions({
  queryKey: targetUsageKey,
  queryFn: () => client.listTargetUsage(),
});
