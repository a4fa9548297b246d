-- Calls that no rule takes may earn nothing.
ALTER TABLE campaign_payouts DROP CONSTRAINT campaign_payouts_payout_fits;
--> statement-breakpoint
ALTER TABLE campaign_payouts ADD CONSTRAINT campaign_payouts_payout_fits
  CHECK (payout IS NULL OR (payout ->> 'kind' IN ('fixed', 'revenue-share')) IS TRUE);
