ALTER TABLE blocked_callers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE blocked_callers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON blocked_callers
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON blocked_callers TO ccp_app;
--> statement-breakpoint
ALTER TABLE blocked_callers
  ADD CONSTRAINT blocked_callers_value_fits CHECK (
    CASE kind WHEN 'anonymous' THEN value = '' ELSE value ~ '^[1-9][0-9]{0,14}$' END);
