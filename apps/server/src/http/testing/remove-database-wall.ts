import { Client } from "pg";

/** Takes row security off every table, so that only the code keeps accounts apart. */
export const removeDatabaseWall = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`do $$ declare name text; begin
      for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
        execute format('alter table %I disable row level security', name);
      end loop;
    end $$`);
  } finally {
    await client.end();
  }
};
