import { z } from "zod";

/** A campaign's line of business. */
export const vertical = z.enum([
  "healthcare",
  "insurance",
  "legal",
  "home-services",
  "financial-services",
  "education",
  "other",
]);

export type Vertical = z.infer<typeof vertical>;

/** In the order in which they are offered. */
export const verticals: readonly { id: Vertical; label: string }[] = [
  { id: "healthcare", label: "Healthcare" },
  { id: "insurance", label: "Insurance" },
  { id: "legal", label: "Legal" },
  { id: "home-services", label: "Home services" },
  { id: "financial-services", label: "Financial services" },
  { id: "education", label: "Education" },
  { id: "other", label: "Other" },
];
