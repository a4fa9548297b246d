ALTER TABLE plan_drafts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE plan_drafts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON plan_drafts
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_drafts TO ccp_app;
