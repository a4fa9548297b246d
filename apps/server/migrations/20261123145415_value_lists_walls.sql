ALTER TABLE value_lists ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE value_lists FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON value_lists
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON value_lists TO ccp_app;
