ALTER TABLE "calls" ADD COLUMN "is_duplicate" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "repeats" jsonb;--> statement-breakpoint
ALTER TABLE "buyers" ADD COLUMN "repeat_callers" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "once_per_caller" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "repeat_callers" jsonb;