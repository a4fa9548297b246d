ALTER TABLE "campaigns" DROP CONSTRAINT "campaigns_payout";--> statement-breakpoint
ALTER TABLE "campaign_payouts" ALTER COLUMN "payout" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_payouts" ADD COLUMN "rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "payout_rules" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "target_groups" ADD COLUMN "expectation" jsonb;--> statement-breakpoint
ALTER TABLE "campaign_payouts" ADD CONSTRAINT "campaign_payouts_rules" CHECK (jsonb_typeof("campaign_payouts"."rules") = 'array');--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_payout_rules" CHECK (jsonb_typeof("campaigns"."payout_rules") = 'array');--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_payout" CHECK ("campaigns"."payout" is null
        or ("campaigns"."payout_after_seconds" = 0 and "campaigns"."payout" ->> 'kind' in ('fixed', 'revenue-share', 'none')) is true);