import { z } from "zod";

/** Building blocks that several nouns share. */

/** However it was written, it is one id. */
export const uuid = z.uuid().toLowerCase();

/** An id counted by the database. */
export const serialId = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const serialIdText = z.coerce.number<number | string>().int().min(1).max(Number.MAX_SAFE_INTEGER);

const timeMin = Date.parse("0001-01-01T00:00:00Z");

const timeMax = Date.parse("9999-12-31T23:59:59.999Z");

/** Of the years that the database, the browser and this format all write alike. */
export const time = z.iso
  .datetime({ offset: true })
  .refine(
    (text) => !(Date.parse(text) < timeMin || Date.parse(text) > timeMax),
    "Give a time of the years 0001 to 9999.",
  );

/** A day of the account's clock; nothing is paid or owed for one before those that computers count. */
export const day = z.iso
  .date("Give a date such as 2026-11-30.")
  .refine((text) => !(Date.parse(text) < 0), "Give a day from 1970 on.");

export const name = z.string().trim().min(1, "Give a name.").max(120);

/** A price or a reward: millionths of the account's currency, never negative. */
export const price = z
  .string()
  .regex(/^\d{1,12}$/, 'Give millionths of the currency as digits, such as "12500000" for 12.50.');

export const status = z.enum(["active", "paused", "archived"]);

/** Archiving has its own endpoint; setting a status on something archived brings it back. */
export const settableStatus = z.enum(["active", "paused"]);

export const uuidParams = z.strictObject({ id: uuid });

export const serialParams = z.strictObject({ id: serialIdText });

export const uuidRef = z.strictObject({ id: uuid, name: z.string() });

export const serialRef = z.strictObject({ id: serialId, name: z.string() });

/** Counts the writes of a noun. Sent with a change, it is refused with `stale` unless it is the present one. */
export const version = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/**
 * A phone number as people write it; kept in E.164. Without a country code it is read as one of the country of the
 * campaign that it is entered for, else of the US.
 */
export const phoneInput = z.string().trim().min(3).max(32);
