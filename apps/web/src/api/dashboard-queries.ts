import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

type DashboardFilters = Partial<Record<"campaignId" | "publisherId" | "buyerId", string>>;

/** Begins the key of everything on the dashboard that a booked call changes. */
export const dashboardKey = ["dashboard"];

export const dashboardQuery = (filters: DashboardFilters) =>
  queryOptions({
    queryKey: [...dashboardKey, "figures", filters],
    queryFn: () => client.getDashboard({ query: filters }),
    placeholderData: keepPreviousData,
  });

const lastCallsMax = 10;

export const lastCallsQuery = (filters: DashboardFilters) =>
  queryOptions({
    queryKey: [...dashboardKey, "last-calls", filters],
    queryFn: () => client.listCalls({ query: { ...filters, limit: lastCallsMax } }),
    placeholderData: keepPreviousData,
  });

/** Its steps are looked up anew whenever a call is booked: the last of them is one. */
export const checklistQuery = queryOptions({
  queryKey: [...dashboardKey, "checklist"],
  queryFn: () => client.getChecklist(),
});
