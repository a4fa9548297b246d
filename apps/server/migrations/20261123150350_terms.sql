CREATE TABLE "campaign_payouts" (
	"account_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"publisher_id" uuid NOT NULL,
	"payout" jsonb NOT NULL,
	"enabled" boolean NOT NULL,
	CONSTRAINT "campaign_payouts_account_id_campaign_id_publisher_id_pk" PRIMARY KEY("account_id","campaign_id","publisher_id")
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "payout" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "conversion" jsonb;--> statement-breakpoint
ALTER TABLE "campaign_payouts" ADD CONSTRAINT "campaign_payouts_account_id_campaign_id_campaigns_account_id_id_fk" FOREIGN KEY ("account_id","campaign_id") REFERENCES "public"."campaigns"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_payouts" ADD CONSTRAINT "campaign_payouts_account_id_publisher_id_publishers_account_id_id_fk" FOREIGN KEY ("account_id","publisher_id") REFERENCES "public"."publishers"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_payouts_account_id_publisher_id_index" ON "campaign_payouts" USING btree ("account_id","publisher_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_payout" CHECK ("campaigns"."payout" is null
        or ("campaigns"."payout_after_seconds" = 0 and "campaigns"."payout" ->> 'kind' in ('fixed', 'revenue-share')) is true);--> statement-breakpoint
ALTER TABLE "targets" ADD CONSTRAINT "targets_conversion" CHECK ("targets"."conversion" is null
        or ("targets"."revenue_after_seconds" = 0 and "targets"."conversion" ->> 'kind' in ('dialled', 'length', 'webhook')) is true);