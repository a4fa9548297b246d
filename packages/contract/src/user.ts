import { z } from "zod";
import { serialId, time, version } from "./fields.ts";
import { page, pageQuery } from "./page.ts";
import { role } from "./permission.ts";

/** The roles that can be given to a person at present. */
export const offeredRole = z.enum(["owner", "admin"]);

export const email = z.string().trim().max(254).pipe(z.email("Give an e-mail address."));

export const personName = z.string().trim().min(1, "Give a name.").max(120);

export const newPassword = z.string().min(8, "Use at least 8 characters.").max(128);

export const createUserBody = z.strictObject({
  email,
  name: personName,
  role: offeredRole.default("admin"),
});

export type CreateUser = z.infer<typeof createUserBody>;

export const updateUserBody = z
  .strictObject({
    name: personName,
    role: offeredRole,
    version,
  })
  .partial();

export type UpdateUser = z.infer<typeof updateUserBody>;

export const listUsersQuery = z.strictObject(pageQuery);

export const user = z.strictObject({
  id: serialId,
  email: z.string(),
  name: z.string(),
  role,
  /** Without one they get in by sign-in links only. */
  hasPassword: z.boolean(),
  /** To within a few minutes; null for somebody who never signed in. */
  lastSeenAt: time.nullable(),
  version,
  createdAt: time,
  updatedAt: time,
});

export type User = z.infer<typeof user>;

export const userPage = page(user);

/** Signs one person in, once, until then. It is in this answer and nowhere else, ever. */
export const signInLink = z.strictObject({ url: z.string(), expiresAt: time });

export type SignInLink = z.infer<typeof signInLink>;

export const createdUser = z.strictObject({ user, link: signInLink });

export const changePasswordBody = z.strictObject({
  /** Null only for somebody who has no password yet. */
  currentPassword: z.string().min(1).max(128).nullable(),
  newPassword,
});

export type ChangePassword = z.infer<typeof changePasswordBody>;
