-- The second wall between accounts, written by hand because generated migrations know neither FORCE nor grants.
-- The roles exist already: db/ensure-roles.ts makes them at each start.
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'accounts', 'users', 'api_keys', 'carrier_accounts', 'audit_log',
    'campaigns', 'campaign_targets', 'numbers', 'publishers', 'buyers', 'targets',
    'calls', 'call_events', 'books', 'quarantined_events', 'ledger_transfers'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    -- After a commit the setting is '' rather than null; the sub-select is evaluated once per statement.
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
GRANT USAGE ON SCHEMA public TO ccp_app, ccp_directory;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  accounts, users, api_keys, carrier_accounts, campaigns, campaign_targets, numbers, publishers, buyers, targets,
  calls, books, quarantined_events
TO ccp_app;
--> statement-breakpoint
-- Facts are only ever added to.
GRANT SELECT, INSERT ON ledger_transfers, call_events, audit_log TO ccp_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE booked_seq TO ccp_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  login_directory, login_links, api_key_directory, carrier_directory, sessions, live_epoch
TO ccp_directory;
--> statement-breakpoint
-- Which accounts there are, and which of their books changed: all that the directory may know of an account.
CREATE POLICY directory_reads ON accounts FOR SELECT TO ccp_directory USING (true);
--> statement-breakpoint
GRANT SELECT (account_id, revision) ON accounts TO ccp_directory;
--> statement-breakpoint
ALTER TABLE ledger_transfers
  ADD CONSTRAINT ledger_transfers_amount_positive CHECK (amount_micros > 0),
  ADD CONSTRAINT ledger_transfers_two_sides CHECK (debit <> credit);
