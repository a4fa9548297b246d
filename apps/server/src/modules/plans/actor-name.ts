import { sql, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** SQL for what whoever did something is called now; null for the product itself, and for who is gone. */
export const toActorName = ({
  accountId,
  actorKind,
  actorId,
}: {
  accountId: PgColumn;
  actorKind: PgColumn;
  actorId: PgColumn;
}): SQL<string | null> => sql<string | null>`case ${actorKind}
  when 'user' then (select name from users person
    where person.account_id = ${accountId} and person.id::text = ${actorId})
  when 'api-key' then (select name from api_keys key
    where key.account_id = ${accountId} and key.id::text = ${actorId}) end`;
