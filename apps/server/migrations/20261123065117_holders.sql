ALTER TABLE "live_epoch" ADD COLUMN "folder" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "live_epoch" ADD COLUMN "seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "live_epoch" ADD COLUMN "is_released" boolean DEFAULT false NOT NULL;