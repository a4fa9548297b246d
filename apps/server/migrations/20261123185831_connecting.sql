ALTER TABLE "campaigns" ADD COLUMN "decision_timeout_seconds" integer;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "fallback_answer" jsonb;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD COLUMN "dial_attempts_max" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "call_events_voicemail_index" ON "call_events" USING btree ("account_id","call_id") WHERE "call_events"."key" like 'voicemail:%:completed';--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_fallback_answer" CHECK ("campaigns"."fallback_answer" is null or ("campaigns"."fallback_answer" ->> 'kind' in ('message', 'voicemail')) is true);--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_decision_timeout" CHECK ("campaigns"."decision_timeout_seconds" between 10 and 600);--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_dial_attempts" CHECK ("plan_rows"."dial_attempts_max" between 1 and 5);