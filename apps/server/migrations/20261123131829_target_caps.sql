ALTER TABLE "targets" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "caps_generation" bigint DEFAULT 1 NOT NULL;