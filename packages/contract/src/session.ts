import { z } from "zod";
import { demoTraffic } from "./account.ts";
import { serialId, uuid } from "./fields.ts";
import { role } from "./permission.ts";
import { email } from "./user.ts";

export const signInBody = z.strictObject({
  email,
  password: z.string().min(1).max(128),
});

/** The token of a one-time sign-in link. */
export const redeemSignInLinkBody = z.strictObject({ token: z.string().min(16).max(200) });

/** Who is asking, and in which account. `user` is null for an API key. */
export const session = z.strictObject({
  account: z.strictObject({
    id: uuid,
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
    demoTraffic: demoTraffic.nullable(),
  }),
  user: z
    .strictObject({ id: serialId, email: z.string(), name: z.string(), hasPassword: z.boolean() })
    .nullable(),
  role,
  /** Whether test calls can be placed here, which needs the simulated carrier. */
  testCalls: z.boolean(),
});

export type Session = z.infer<typeof session>;
