import type { Role } from "@ccp/contract";

/** Of these, owner and admin can be given to a person. */
export const roleNames: Record<Role, string> = {
  owner: "Owner",
  admin: "Admin",
  manager: "Manager",
  analyst: "Analyst",
};

export const offeredRoles = [
  { value: "owner", label: roleNames.owner, hint: "Everything, and a say over other owners." },
  {
    value: "admin",
    label: roleNames.admin,
    hint: "Everything but changing, removing and appointing owners.",
  },
];
