import { z } from "zod";

/** From the most to the least trusted. */
export const role = z.enum(["owner", "admin", "manager", "analyst"]);

export type Role = z.infer<typeof role>;

/**
 * What an endpoint asks of its caller; `public` asks for nobody to be signed in, `settle` decides on money: it approves
 * and voids adjustments, issues and voids documents, records and voids payments.
 */
export type Permission = "public" | "read" | "write" | "settle" | "administer";

const allowed: Record<Role, readonly Permission[]> = {
  owner: ["public", "read", "write", "settle", "administer"],
  admin: ["public", "read", "write", "settle", "administer"],
  manager: ["public", "read", "write"],
  analyst: ["public", "read"],
};

export const isAllowed = (who: Role, permission: Permission): boolean => allowed[who].includes(permission);

/** Whether `who` may give `given` to somebody: nobody gives more than they have. */
export const canGrant = (who: Role, given: Role): boolean =>
  role.options.indexOf(given) >= role.options.indexOf(who);
