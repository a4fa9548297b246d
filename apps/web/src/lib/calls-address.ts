import type { CallFilters } from "@ccp/contract";
import { paths } from "#paths.ts";

/** The call log with exactly the calls that a figure counts; its address names filters as the API does. */
export const toCallsAddress = (filters: CallFilters & { caller?: string }, sort?: string): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, sort }))
    if (value !== undefined) params.set(name, value);
  return paths.calls(params.toString().replaceAll("%2C", ",").replaceAll("%21", "!"));
};
