import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const liveCallsQuery = queryOptions({
  queryKey: ["live-calls"],
  queryFn: () => client.listLiveCalls(),
});
