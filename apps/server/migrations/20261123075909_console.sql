CREATE TABLE "demo_rows" (
	"account_id" uuid NOT NULL,
	"noun" text NOT NULL,
	"noun_id" text NOT NULL,
	CONSTRAINT "demo_rows_account_id_noun_noun_id_pk" PRIMARY KEY("account_id","noun","noun_id")
);
--> statement-breakpoint
DROP INDEX "calls_account_id_arrived_at_id_index";--> statement-breakpoint
DROP INDEX "calls_account_id_caller_arrived_at_index";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "demo_traffic" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "is_checklist_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "country" text DEFAULT 'US' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "time_zone" text DEFAULT 'America/New_York' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "numbers" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "buyers" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "publishers" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "hours" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "version" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "calls_account_id_campaign_id_arrived_at_index" ON "calls" USING btree ("account_id","campaign_id","arrived_at");--> statement-breakpoint
CREATE INDEX "calls_account_id_publisher_id_arrived_at_index" ON "calls" USING btree ("account_id","publisher_id","arrived_at");--> statement-breakpoint
CREATE INDEX "calls_account_id_buyer_id_arrived_at_index" ON "calls" USING btree ("account_id","buyer_id","arrived_at");--> statement-breakpoint
CREATE INDEX "calls_account_id_target_id_arrived_at_index" ON "calls" USING btree ("account_id","target_id","arrived_at");--> statement-breakpoint
CREATE INDEX "calls_account_id_number_id_arrived_at_index" ON "calls" USING btree ("account_id","number_id","arrived_at");--> statement-breakpoint
CREATE INDEX "calls_live_index" ON "calls" USING btree ("account_id","arrived_at") WHERE "calls"."status" <> 'ended';--> statement-breakpoint
CREATE INDEX "calls_account_id_arrived_at_id_index" ON "calls" USING btree ("account_id","arrived_at","id");--> statement-breakpoint
CREATE INDEX "calls_account_id_caller_arrived_at_index" ON "calls" USING btree ("account_id","caller","arrived_at");