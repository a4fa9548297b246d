import { integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accountId, createdAt, updatedAt, version } from "./columns.ts";

/** Values that filters ask for, such as phone numbers or zip codes. */
export const valueLists = pgTable(
  "value_lists",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "archived"] })
      .notNull()
      .default("active"),
    /** One in each line, each once. */
    content: text("content").notNull(),
    valueCount: integer("value_count").notNull(),
    /** Tells one content from another without reading it. */
    digest: text("digest").notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), uniqueIndex().on(t.accountId, t.name)],
);
