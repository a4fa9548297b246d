import { z } from "zod";
import { serialId, uuid } from "./fields.ts";

/** What can be used by something else, and use it. */
export const configurationNoun = z.enum([
  "campaign",
  "number",
  "publisher",
  "buyer",
  "target",
  "target-group",
  "agent",
  "agent-group",
  "plan",
]);

export type ConfigurationNoun = z.infer<typeof configurationNoun>;

export const listReferencesQuery = z.strictObject({
  noun: configurationNoun,
  /** An id as text; one of nothing is used by nothing. */
  id: z.string().trim().min(1).max(60),
});

export type ListReferencesQuery = z.infer<typeof listReferencesQuery>;

/** Something in service that would miss what it refers to; `how` completes a sentence such as "Dentists falls back to it". */
export const reference = z.strictObject({
  noun: configurationNoun,
  id: z.union([uuid, serialId]),
  name: z.string(),
  how: z.enum([
    "goes by it",
    "lists it",
    "has it as a member",
    "falls back to it",
    "leads to it",
    "is theirs",
  ]),
});

export type Reference = z.infer<typeof reference>;

/** At most a hundred of them by name; `total` counts them all. */
export const references = z.strictObject({ items: z.array(reference), total: z.number() });

export type References = z.infer<typeof references>;
