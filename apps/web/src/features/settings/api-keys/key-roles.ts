import type { Role } from "@ccp/contract";

/** What a key may do, from the least. */
export const keyRoles: readonly { value: Role; label: string; hint: string }[] = [
  { value: "analyst", label: "Analyst", hint: "Reads everything, changes nothing." },
  {
    value: "manager",
    label: "Manager",
    hint: "Changes campaigns, numbers, publishers, buyers and targets too.",
  },
  { value: "admin", label: "Admin", hint: "Users, API keys and carrier accounts too." },
  { value: "owner", label: "Owner", hint: "Everything, owners included." },
];
