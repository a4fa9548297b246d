DROP INDEX "calls_account_id_caller_arrived_at_index";--> statement-breakpoint
ALTER TABLE "calls" ADD COLUMN "caller_reversed" text collate "C" GENERATED ALWAYS AS (reverse(caller)) STORED;--> statement-breakpoint
CREATE INDEX "call_events_recording_index" ON "call_events" USING btree ("account_id","call_id") WHERE "call_events"."key" like 'recording:%:completed';--> statement-breakpoint
CREATE INDEX "calls_account_id_caller_reversed_arrived_at_index" ON "calls" USING btree ("account_id","caller_reversed","arrived_at");