ALTER TABLE "accounts" ADD COLUMN "attestations" text[];--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "dial_countries" text[] DEFAULT '{"US","CA"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "high_risk_prefixes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "attestations" text[];--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_attestations" CHECK ("accounts"."attestations" <@ '{A,B,C,failed,none}'::text[] and cardinality("accounts"."attestations") > 0);--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_attestations" CHECK ("campaigns"."attestations" <@ '{A,B,C,failed,none}'::text[] and cardinality("campaigns"."attestations") > 0);