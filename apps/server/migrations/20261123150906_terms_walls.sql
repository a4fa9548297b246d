ALTER TABLE campaign_payouts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE campaign_payouts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_account ON campaign_payouts
  USING (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
  WITH CHECK (account_id = (select nullif(current_setting('app.account', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON campaign_payouts TO ccp_app;
--> statement-breakpoint
ALTER TABLE campaign_payouts
  ADD CONSTRAINT campaign_payouts_payout_fits CHECK ((payout ->> 'kind' IN ('fixed', 'revenue-share')) IS TRUE);
