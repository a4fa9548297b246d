ALTER TABLE "campaigns" ADD COLUMN "recovery_max" integer;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_recovery_max" CHECK ("campaigns"."recovery_max" between 1 and 5);