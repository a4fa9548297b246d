import type { Control } from "react-hook-form";
import type { RevenueValues } from "./revenue-form.ts";

/** The part of a form that holds what a buyer owes. */
export type RevenueControl = Control<{ revenue: RevenueValues }>;
