ALTER TABLE "plan_rows" ADD COLUMN "concurrency_max" integer;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_concurrency_positive" CHECK ("plan_rows"."concurrency_max" > 0);