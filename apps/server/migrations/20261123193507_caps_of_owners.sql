ALTER TABLE "campaigns" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "caps_generation" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "buyers" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "buyers" ADD COLUMN "caps_generation" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "buyers" ADD COLUMN "concurrency_max" integer;--> statement-breakpoint
ALTER TABLE "publishers" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "publishers" ADD COLUMN "caps_generation" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "concurrency_grid" jsonb;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "rate" jsonb;--> statement-breakpoint
ALTER TABLE "target_groups" ADD COLUMN "caps" jsonb;--> statement-breakpoint
ALTER TABLE "target_groups" ADD COLUMN "caps_generation" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "target_groups" ADD COLUMN "concurrency_max" integer;