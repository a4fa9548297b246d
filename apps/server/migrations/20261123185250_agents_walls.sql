DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['agents', 'agent_groups', 'agent_group_members', 'agent_calls'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_account ON %I '
      'USING (account_id = (select nullif(current_setting(''app.account'', true), '''')::uuid)) '
      'WITH CHECK (account_id = (select nullif(current_setting(''app.account'', true), '''')::uuid))',
      tenant_table
    );
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON agents, agent_groups, agent_group_members, agent_calls TO ccp_app;
