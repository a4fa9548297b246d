import { timeZone } from "@ccp/engine";
import { z } from "zod";
import { currency } from "./account.ts";
import { name } from "./fields.ts";
import { email, newPassword, personName } from "./user.ts";

/** Whether the first account can be made here; for ever false once there is one. */
export const setUpState = z.strictObject({ isOpen: z.boolean() });

export const setUpBody = z.strictObject({
  /** From the link that the server printed at its start. */
  token: z.string().min(16).max(200),
  accountName: name,
  timeZone,
  currency,
  name: personName,
  email,
  password: newPassword,
});

export type SetUp = z.infer<typeof setUpBody>;
