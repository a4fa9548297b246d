import { bigint, boolean, json, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

// Read before the account is known, so these tables have no account in front and no row security;
// a narrow role of their own reads them, and the catalogue test lists exactly these.

export const loginDirectory = pgTable("login_directory", {
  email: text("email").primaryKey(),
  accountId: uuid("account_id").notNull(),
  userId: bigint("user_id", { mode: "number" }).notNull(),
  passwordHash: text("password_hash").notNull(),
});

/** One-time sign-in links, kept as hashes. */
export const loginLinks = pgTable("login_links", {
  tokenHash: text("token_hash").primaryKey(),
  accountId: uuid("account_id").notNull(),
  userId: bigint("user_id", { mode: "number" }).notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});

export const apiKeyDirectory = pgTable("api_key_directory", {
  keyHash: text("key_hash").primaryKey(),
  accountId: uuid("account_id").notNull(),
  apiKeyId: uuid("api_key_id").notNull(),
});

export const carrierDirectory = pgTable(
  "carrier_directory",
  {
    carrier: text("carrier").notNull(),
    accountRef: text("account_ref").notNull(),
    accountId: uuid("account_id").notNull(),
    carrierAccountId: bigint("carrier_account_id", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.carrier, t.accountRef] })],
);

/** In the shape that connect-pg-simple reads and writes. */
export const sessions = pgTable("sessions", {
  sid: text("sid").primaryKey(),
  sess: json("sess").notNull(),
  expire: timestamp("expire", { withTimezone: true }).notNull(),
});

/** One row: which process holds the live state of this installation, and since when it was not heard of. */
export const liveEpoch = pgTable("live_epoch", {
  id: bigint("id", { mode: "number" }).primaryKey(),
  epoch: bigint("epoch", { mode: "number" }).notNull(),
  holder: text("holder").notNull(),
  /** The data folder of the holder: whoever has its lock comes after every other holder from this folder. */
  folder: text("folder").notNull().default(""),
  takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
  seenAt: timestamp("seen_at", { withTimezone: true }).notNull().defaultNow(),
  /** The holder has drained and let go. */
  isReleased: boolean("is_released").notNull().default(false),
});
